package main

// Shapes are identical to what they stand for: none of these conversions makes anything.

type names []string

type pair[K comparable, V any] struct {
	key K
	val V
}

func total[S ~[]E, E any](s S) int { return count(s) }

func count[E any](s []E) int { return len(s) }

func keep[S ~[]E, E any](s S) []E { return s }

func back[S ~[]E, E any](s []E) S { return S(s) }

func values[M ~map[K]V, K comparable, V any](m M) int { return sizeOf(m) }

func sizeOf[K comparable, V any](m map[K]V) int { return len(m) }

func call[F ~func(T) T, T any](f F, x T) T { return apply(f, x) }

func apply[T any](f func(T) T, x T) T { return f(x) }

func at[P ~*T, T any](p P) T { return load(p) }

func load[T any](p *T) T { return *p }

func open[C ~chan T, T any](c C) int { return waiting(c) }

func waiting[T any](c <-chan T) int { return len(c) }

func pairs[S ~[]pair[K, V], K comparable, V any](s S) []pair[K, V] { return keep(s) }

func bytes[B ~[]byte | ~string](b B) int { return len([]byte(b)) + len(string(b)) }

func main() {
	println(total([]int{1}), total(names{"a"}), total([]*int{}))
	println(len(keep(names{"b"})), len(back[names](keep(names{"c"}))))
	println(values(map[string]int{}), values(map[names2]bool{}))
	println(call(func(x int) int { return x + 1 }, 2))
	n := 3
	println(at(&n), open(make(chan int, 1)))
	println(len(pairs([]pair[string, int]{{"x", 1}})))
	println(bytes("ab"), bytes([]byte{1}))
}

type names2 [2]string
