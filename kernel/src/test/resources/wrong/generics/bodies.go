package main

func add[T any](a, b T) T        { return a + b }
func eq[T any](a, b T) bool      { return a == b }
func eq2[T comparable](a, b T) bool { return a < b }
func zero[T any]() T             { return nil }
func conv[T ~int](x T) string    { return x }
func call[T any](x T)            { x.m() }
func idx[T ~[]int](x T) string   { return x[0] }
func unused[T any]() {
	var x T
}

type Stack[T any] struct{ xs []T }

func (s Stack) push(x int)     {}
func (s Stack[T]) pop() T      { return 0 }
func (s Stack[int]) top() int  { return s.xs[0] }
func (s Stack[A, B]) two()     {}

func main() {
	zero()
	eq([]int{}, []int{})
	eq2([]int{}, []int{})
	eq2(main, main)
}
