package main

type I interface{ m() }
type T struct{}

func (T) m() {}

func f(p *I) { p.m() }

func main() {
	var i I = T{}
	p := &i
	p.m()
	var j I = p
	f(&T{})
	f(i)
	var q *T = &i
	_, _ = j, q
}
