package main

type A struct{ x int }
type B struct{ x int }
type C struct {
	A
	B
}

func (A) m() {}
func (B) m() {}

type D struct {
	*A
	y int
}

type E struct{ D }

func main() {
	var c C
	_ = c.x
	c.m()
	_ = c.A.x
	d := D{x: 1, y: 2}
	e := E{A: nil}
	_ = D{A{1}, 2}
	_ = D{&A{1}, 2}
	_ = e.z
	e.m(1)
	var i interface{ m() } = c
	_, _ = d, i
}
