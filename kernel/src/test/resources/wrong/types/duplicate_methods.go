package main

type T struct{ f int }

func (T) m()  {}
func (t *T) m() {}
func (T) f()  {}

type I interface {
	a()
	a(int)
	b()
}

type J interface {
	I
	b() int
}

func main() {
}
