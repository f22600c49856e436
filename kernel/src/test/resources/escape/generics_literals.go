package main

// Literals of generic structs: a field's value is converted to the type it has in the instance.

type stack[T any] struct {
	items []T
	under *stack[T]
	by    map[string]T
	f     func(T) T
	any   any
}

func (s *stack[T]) push(x T) *stack[T] {
	if len(s.items) > 2 {
		return &stack[T]{items: []T{x}, under: s, any: x}
	}
	s.items = append(s.items, x)
	return s
}

func made[T any](x T) stack[T] {
	return stack[T]{by: map[string]T{"x": x}, f: func(y T) T { return y }}
}

func here[U comparable](x U) int {
	s := stack[U]{items: []U{x, x}, under: nil}
	return len(s.items)
}

func inOrder[T any](x T) any {
	return stack[T]{[]T{x}, nil, nil, nil, x}
}

func main() {
	var s stack[int]
	println(len(s.push(1).items))
	var t stack[string]
	println(len(t.push("a").items))
	println(len(made(2.5).by), here("a"), here(2), inOrder(true) != nil)
}
