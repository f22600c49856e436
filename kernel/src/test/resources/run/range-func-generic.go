// Iterators as generic functions and types of the program.
package main

import "fmt"

type Seq[V any] func(yield func(V) bool)
type Seq2[K, V any] func(yield func(K, V) bool)

func Slice[S ~[]E, E any](s S) Seq2[int, E] {
	return func(yield func(int, E) bool) {
		for i, v := range s {
			if !yield(i, v) {
				return
			}
		}
	}
}

func Map[A, B any](s Seq[A], f func(A) B) Seq[B] {
	return func(yield func(B) bool) {
		for a := range s {
			if !yield(f(a)) {
				return
			}
		}
	}
}

func Filter[V any](s Seq[V], keep func(V) bool) Seq[V] {
	return func(yield func(V) bool) {
		for v := range s {
			if keep(v) && !yield(v) {
				return
			}
		}
	}
}

func Values[K, V any](s Seq2[K, V]) Seq[V] {
	return func(yield func(V) bool) {
		for _, v := range s {
			if !yield(v) {
				return
			}
		}
	}
}

func Zip[A, B any](a Seq[A], b Seq[B]) Seq2[A, B] {
	return func(yield func(A, B) bool) {
		var bs []B
		for y := range b {
			bs = append(bs, y)
		}
		i := 0
		for x := range a {
			if i >= len(bs) || !yield(x, bs[i]) {
				return
			}
			i++
		}
	}
}

func Collect[V any](s Seq[V]) (out []V) {
	for v := range s {
		out = append(out, v)
	}
	return
}

func First[V any](s Seq[V]) (_ V, ok bool) {
	for v := range s {
		return v, true
	}
	return
}

func Sum[V int | float64, F ~func(func(V) bool)](f F) (sum V) {
	defer func() { sum *= 2 }()
	for v := range f {
		sum += v
	}
	return sum
}

type Set[T comparable] struct{ m map[T]int }

func (s *Set[T]) Add(vs ...T) *Set[T] {
	if s.m == nil {
		s.m = map[T]int{}
	}
	for _, v := range vs {
		s.m[v] = len(s.m)
	}
	return s
}

func (s *Set[T]) All() Seq2[T, int] {
	return func(yield func(T, int) bool) {
		for n := 0; n < len(s.m); n++ {
			for k, v := range s.m {
				if v == n && !yield(k, v) {
					return
				}
			}
		}
	}
}

func (s *Set[T]) Each(yield func(T) bool) {
	for k := range s.All() {
		if !yield(k) {
			return
		}
	}
}

func deferred[T any](s Seq[T]) {
	for v := range s {
		defer func() { fmt.Println("deferred", v) }()
		defer fmt.Printf("%T %v\n", v, v)
	}
}

func Pairs[T any](s Seq[T]) (n int) {
outer:
	for a := range s {
		for b := range s {
			if fmt.Sprint(a) == fmt.Sprint(b) {
				continue outer
			}
			n++
			if n > 5 {
				break outer
			}
		}
	}
	return n
}

func main() {
	for i, s := range Slice([]string{"x", "y", "z"}) {
		if i == 2 {
			break
		}
		fmt.Println(i, s)
	}
	ints := Values(Slice([]int{1, 2, 3, 4, 5}))
	fmt.Println(Collect(Map(Filter(ints, func(i int) bool { return i%2 == 1 }), func(i int) string {
		return fmt.Sprint("n", i)
	})))
	for a, b := range Zip(ints, Values(Slice([]rune("abc")))) {
		fmt.Println(a, string(b))
	}
	fmt.Println(First(ints))
	fmt.Println(First(Filter(ints, func(int) bool { return false })))
	fmt.Println(Sum(ints), Sum(func(yield func(float64) bool) { _ = yield(1.5) && yield(2) }))
	s := new(Set[string]).Add("one", "two", "three")
	for k, v := range s.All() {
		fmt.Println(k, v)
	}
	for k := range s.Each {
		fmt.Println(k)
		if k == "two" {
			break
		}
	}
	deferred(s.Each)
	deferred(Seq[int](ints))
	fmt.Println(Pairs(ints), Pairs(Seq[string](s.Each)))
	func() {
		defer func() { fmt.Println(recover()) }()
		for range Seq[int](func(yield func(int) bool) { yield(1); yield(2) }) {
			break
		}
	}()
}
