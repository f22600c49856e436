package main

import "fmt"

type I interface{ M() int }
type Box[T any] struct{ v T }

func (b Box[T]) Get() T     { return b.v }
func (b *Box[T]) Ptr() *T   { return &b.v }
func id[T any](x T) T       { return x }
func two[T any](x T) (T, T) { return x, id(x) }
func str[T any](x T) string { return fmt.Sprint(id(x), two[T]) }

func outer[T I](x T) {
	fmt.Println(id(x))
	fmt.Println(str(x))
	b := Box[T]{x}
	fmt.Println(b.Get(), b.Ptr())
	f := b.Get
	g := b.Ptr
	fmt.Println(f(), g())
	h := x.M
	fmt.Println(h(), x.M())
	p := new(T)
	s := make([]T, 3)
	a := any(x)
	y, ok := a.(T)
	_ = a.(T)
	fmt.Println(p, s, y, ok, a.(T))
	e := id[T]
	fmt.Println(e(x))
	m := Box[T].Get
	fmt.Println(m(b), T.M(x))
	defer id(x)
	func() { fmt.Println(x) }()
	switch z := a.(type) {
	case T:
		fmt.Println(z)
	case []T:
		fmt.Println(z)
	}
	type loc struct{ v T }
	fmt.Println(loc{x}, &loc{x})
	var i I = x
	fmt.Println(i.M())
}

type S int

func (s S) M() int { return int(s) }

func main() {
	outer(S(1))
	outer[I](S(2))
	b := Box[int]{1}
	g := b.Ptr
	fmt.Println(g())
	fmt.Println(Box[int].Get(b))
	var pp = (*Box[int]).Ptr
	fmt.Println(pp(&b))
}
