package main

import "fmt"

const k = 5

func f(n int) {
	x := 42
	y := x
	z := y
	s := "text"
	b := true
	fl := 1.5
	fmt.Println(x, y, z, s, b, fl, k, n)
	w := 1
	w = 2
	fmt.Println(w)
	p := &x
	fmt.Println(*p, x)
	var v int
	fmt.Println(v)
	var u int = 3
	fmt.Println(u)
	a, c := 1, "q"
	fmt.Println(a, c)
	for i := 0; i < 2; i++ {
		fmt.Println(i)
	}
	var by byte = 'a'
	var r rune = 'b'
	var i8 int8 = -1
	fmt.Println(by, r, i8, uint64(1<<63), 1e3, 'x', "long string that goes on and on and on and on and on and on and on and on and on")
	func() { fmt.Println(x, s) }()
	d := x
	go func() { fmt.Println(d) }()
}

type Color int

const (
	Red Color = iota
	Green
)

func (c Color) String() string { return "c" }
func g() {
	fmt.Println(Red, Green, Color(7))
	c := Green
	fmt.Println(c)
}

func main() {}
