package main

import "fmt"

type color uint8

const (
	red color = iota + 1
	green
	blue
	_
	last = blue * 10
)

func (c color) String() string {
	switch c {
	case red:
		return "red"
	case green:
		return "green"
	case blue:
		return "blue"
	}
	return fmt.Sprintf("color(%d)", uint8(c))
}

type perm uint

const (
	read perm = 1 << iota
	write
	exec
	all = read | write | exec
)

func (p perm) has(q perm) bool { return p&q == q }
func (p perm) String() string {
	s := ""
	for i, n := range []string{"r", "w", "x"} {
		if p&(1<<i) != 0 {
			s += n
		} else {
			s += "-"
		}
	}
	return s
}

type state int

const (
	idle state = iota
	running
	stopped
	count
)

var names = [count]string{idle: "idle", stopped: "stopped", running: "running"}

func (s state) next() state { return (s + 1) % count }

func main() {
	for c := red; c <= blue; c++ {
		fmt.Print(c, " ")
	}
	fmt.Println(last, color(99), color(0))
	p := read | exec
	fmt.Println(p, p.has(read), p.has(write), all, p&^read, p^all)
	s := idle
	for range 4 {
		fmt.Print(names[s], ">")
		s = s.next()
	}
	fmt.Println(s)
	m := map[color]perm{red: read, blue: all}
	fmt.Println(m, m[green], len(m))
	fmt.Printf("%v %d %s %q %x %T\n", red, red, green, blue, blue, p)
	var i interface{} = green
	_, ok := i.(fmt.Stringer)
	fmt.Println(ok, i == green, i == color(2), i == uint8(2))
}
