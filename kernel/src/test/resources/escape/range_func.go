package main

import "fmt"

type node struct {
	next *node
	val  int
}

func (n *node) all(yield func(int, *node) bool) {
	for i := 0; n != nil; i, n = i+1, n.next {
		if !yield(i, n) {
			return
		}
	}
}

func seq(yield func(int) bool) {
	_ = yield(1) && yield(2)
}

var kept func(int) bool

func keep(yield func(int) bool) { kept = yield }

func through(f func(func(int) bool)) func(func(int) bool) { return f }

func first(n *node) *node {
	for _, m := range n.all {
		return m
	}
	return nil
}

func address(n *node) *int {
	for i, m := range n.all {
		if m.val > 0 {
			return &i
		}
	}
	return nil
}

func leaks() (int, *int) {
	sum := 0
	for x := range keep {
		sum += x
		for y := range seq {
			if y > x {
				return y, &sum
			}
		}
	}
	return sum, nil
}

func named() (r int, err error) {
	defer func() { r++ }()
	for x := range keep {
		r += x
		if x > 2 {
			return x, nil
		}
	}
	return
}

func blank(k int) (_ string, _ *node) {
	for x := range seq {
		if x == k {
			return "found", &node{val: x}
		}
	}
	return
}

func deferred(ns []*node) {
	for _, n := range ns {
		for i := range n.all {
			defer fmt.Println(i, n)
			defer n.print("x")
			defer func() { kept(i) }()
			func() {
				defer n.print("y")
			}()
		}
	}
	for range seq {
		defer recover()
	}
}

func (n *node) print(s string) { fmt.Println(s, n.val) }

func assigned(n *node) any {
	var v any
	var m map[int]*node
	var s []int
	for v = range seq {
	}
	for s[0], m[1] = range n.all {
	}
	for _, m[2] = range n.all {
	}
	return v
}

func labels(n *node) int {
outer:
	for i := range n.all {
		for x := range seq {
			for range keep {
				switch {
				case i == x:
					continue outer
				case i > x:
					break outer
				case i < -x:
					goto done
				}
			}
		}
	}
done:
	return 1
}

func literals() []func() int {
	var fs []func() int
	for x := range seq {
		fs = append(fs, func() int { return x })
		y := x
		fs = append(fs, func() int { y++; return y })
		func() {
			for z := range seq {
				fs = append(fs, func() int { return x + z })
			}
		}()
	}
	for x := range func(yield func(*int) bool) {
		v := 3
		yield(&v)
	} {
		fs = append(fs, func() int { return *x })
	}
	for x := range through(seq) {
		fs = append(fs, func() int { return x })
	}
	return fs
}

func buffers(n *node) string {
	s := ""
	b := make([]byte, 8)
	for i := range n.all {
		p := new(int)
		*p = i
		t := []int{i, *p}
		s += fmt.Sprint(len(t))
		b = append(b, "x"...)
		if len(t) > 3 {
			continue
		}
		if i > 4 {
			panic(t)
		}
	}
	return s + string(b)
}

type iterator interface {
	all(yield func(int, *node) bool)
}

func dynamic(it iterator) (sum int) {
	for i, n := range it.all {
		sum += i + n.val
	}
	return sum
}

var total = func() int {
	n := 0
	for x := range seq {
		n += x
	}
	return n
}()

func dead(n *node) int {
	for range n.all {
		return 1
		for x := range seq {
			fmt.Println(x)
		}
	}
	if false {
		for x := range keep {
			return x
		}
	}
	return 2
}

func main() {
	n := &node{val: 1}
	fmt.Println(first(n), address(n), total, dynamic(n), dead(n))
	fmt.Println(leaks())
	fmt.Println(named())
	fmt.Println(blank(1))
	deferred([]*node{n})
	fmt.Println(assigned(n), labels(n), literals(), buffers(n))
}
