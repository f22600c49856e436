//go:build go1.21 && (linux || !windows)

package main

func seq(yield func(int) bool) {}

func main() {
	for i := range 10 {
		_ = i
	}
	for range seq {
	}
	_ = new(5)
	type A[T any] = []T
}
