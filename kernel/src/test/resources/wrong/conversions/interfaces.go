package main

type I interface{ m() }
type J interface {
	m()
	n()
}
type T struct{}

func (T) m() {}

func main() {
	var t T
	var i I = t
	var j J = i
	i = j
	j = J(i)
	t = T(i)
	_ = I(1)
	_ = I(t)
	_ = J(t)
	_ = int(any(1))
	_ = any(main)
	_ = I(nil)
	_ = T(nil)
	_ = error(nil)
	_ = error("a")
}
