package main

import "fmt"

type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(x T) { s.items = append(s.items, x) }

func (s *Stack[T]) Pop() T {
	x := s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return x
}

type Pair[K comparable, V any] struct {
	Key K
	Val V
}

func (p Pair[K, V]) Same(q any) bool { return any(p) == any(q.(Pair[K, V])) }

type Named interface{ Name() string }

func (p Pair[K, V]) Name() string { return fmt.Sprintf("%T", p) }

func try(what string, f func()) {
	defer func() {
		switch r := recover().(type) {
		case nil:
			fmt.Println(what, "ended well")
		case error:
			fmt.Println(what+":", r.Error())
		default:
			fmt.Printf("%s: %T %v\n", what, r, r)
		}
	}()
	f()
}

func to[T any](x any) T { return x.(T) }

func equal[T comparable](a, b T) bool { return a == b }

func at[S ~[]E, E any](s S, i int) E { return s[i] }

func deref[T any](p *T) T { return *p }

func div[T ~int | ~int8](a, b T) T { return a / b }

func name[T Named](x T) string { return x.Name() }

type deep[T any] struct{ inner *Stack[T] }

func (d deep[T]) run(n int) T {
	if n == 0 {
		return d.inner.Pop()
	}
	return func() T { return d.run(n - 1) }()
}

func main() {
	try("assert int", func() { to[int]("s") })
	try("assert pair", func() { to[Pair[string, int]](Pair[int, string]{}) })
	try("assert interface", func() { to[Named](3) })
	try("assert nil", func() { to[*Stack[int]](nil) })
	try("assert stack", func() { to[*Stack[int]](&Stack[string]{}) })
	try("compare", func() { equal[any]([]int{1}, []int{1}) })
	try("compare pairs", func() { equal(Pair[any, int]{Key: func() {}}, Pair[any, int]{Key: func() {}}) })
	try("same", func() { Pair[int, any]{1, 2}.Same(Pair[any, int]{}) })
	try("index", func() { at([]string{"a"}, 4) })
	try("deref", func() { deref[Pair[int, int]](nil) })
	try("div", func() { div[int8](1, 0) })
	try("empty", func() { new(Stack[bool]).Pop() })
	try("nil interface", func() { name[Named](nil) })
	try("nil pair", func() { name[*Pair[int, int]](nil) })
	try("value", func() { panic(Pair[string, []int]{"k", nil}) })
	try("hash", func() { _ = map[any]int{Pair[any, int]{Key: []int{}}: 1} })
	d := deep[float64]{new(Stack[float64])}
	d.inner.Push(1.5)
	fmt.Println(d.run(2))
	fmt.Println(d.run(1))
}
