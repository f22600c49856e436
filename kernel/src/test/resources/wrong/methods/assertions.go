package main

type I interface{ m() }
type T struct{}
type U struct{}
type P struct{}

func (T) m()  {}
func (*P) m() {}

func main() {
	var i I
	var a any
	n := 1
	_ = i.(T)
	_ = i.(U)
	_ = i.(P)
	_ = i.(*P)
	_ = i.(int)
	_ = n.(int)
	_ = a.(undefined)
	_ = a.(5)
	var s string = a.(int)
	x, ok, y := a.(int)
	z, ok2 := n.(int)
	_ = "a".(string)
	_ = nil.(int)
	_ = a + 1
	_ = a.m
	a.foo()
	i.n()
	var t T = i
	n = a
	_, _, _, _, _, _, _ = s, x, ok, y, z, ok2, t
}
