package main

type T struct{}

func (T) a(int)        {}
func (*T) b() string   { return "" }

func main() {
	var t T
	t.a()
	t.a("x")
	t.a(1, 2)
	t.c()
	T.a(1)
	T.b(t)
	T{}.b()
	(*T).b(t)
	t.A(1)
	var x int = t.b()
	t.a = nil
	t.b
	_ = x
}
