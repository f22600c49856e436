package main

import (
	"fmt"
	"unsafe"
)

type Number interface {
	~int | ~int8 | ~uint16 | ~float32 | ~float64
}

type Bytes interface{ ~string | ~[]byte }

// method values and expressions

type Cell[T any] struct {
	v    T
	seen int
}

func (c *Cell[T]) Put(v T) (old T) { old, c.v = c.v, v; c.seen++; return }
func (c Cell[T]) Get() T           { return c.v }

type Source[T any] interface {
	Get() T
	Put(T) T
}

func bind[T any](c *Cell[T]) (func() T, func(T) T, func(Cell[T]) T, func(*Cell[T], T) T) {
	return c.Get, c.Put, Cell[T].Get, (*Cell[T]).Put
}

func through[T any, S Source[T]](s S, v T) (T, T) {
	put, get := s.Put, S.Get
	return put(v), get(s)
}

type outer[T any] struct {
	*Cell[T]
	Cell2[T]
	label string
}

type Cell2[T any] struct{ w T }

func (c Cell2[T]) Other() T { return c.w }

// core types

func grow[S ~[]E, E any](s S, n int) (S, int, int) {
	t := make(S, len(s), cap(s)+n)
	copy(t, s)
	return append(t, s...), len(t), cap(t)
}

func table[M ~map[K]V, K comparable, V any](ks []K, v V) M {
	m := make(M)
	for _, k := range ks {
		m[k] = v
	}
	delete(m, ks[0])
	return m
}

func call[F ~func(A) R, A, R any](f F, a A) R { return f(a) }

func fill[A ~[4]E, E any](e E) (a A) {
	for i := range a {
		a[i] = e
	}
	return
}

func bytesOf[B Bytes](b B) (n int, out []byte) {
	for i := 0; i < len(b); i++ {
		n += int(b[i])
	}
	return n, append(out, b...)
}

func widest[T Number](xs ...T) T {
	m := xs[0]
	for _, x := range xs[1:] {
		m = max(m, x)
	}
	return min(m, 100)
}

func wrap[T Number](x T) T { return x*x + T(3) }

func sizes[T any]() (uintptr, uintptr, uintptr) {
	var s struct {
		b bool
		t T
	}
	return unsafe.Sizeof(*new(T)), unsafe.Alignof(*new(T)), unsafe.Offsetof(s.t)
}

// type switches

func sort3[T any](x any) string {
	switch v := x.(type) {
	case T:
		return fmt.Sprintf("T %v", v)
	case *T, []T:
		return fmt.Sprintf("of T %T", v)
	case map[string]T:
		return fmt.Sprint("map ", len(v))
	case func() T:
		return fmt.Sprint("func ", v())
	case nil:
		return "nil"
	}
	return "none"
}

func kind[T any]() string {
	var z T
	switch any(&z).(type) {
	case *int:
		return "int"
	case *error:
		return "error"
	case *[]T:
		return "never"
	}
	return fmt.Sprintf("%T", &z)
}

// local types: another one in each instance

func local[T any](xs ...T) fmt.Stringer {
	type item struct {
		x    T
		next *item
	}
	var head *item
	for _, x := range xs {
		head = &item{x, head}
	}
	type items []*item
	return show{fmt.Sprintf("%T %T %v", head, items{}, head.next == nil)}
}

type show struct{ s string }

func (s show) String() string { return s.s }

// recursion through types and functions

type Tree[K any, V any] struct {
	left, right *Tree[K, V]
	key         K
	val         V
}

func (t *Tree[K, V]) Set(less func(a, b K) bool, k K, v V) *Tree[K, V] {
	switch {
	case t == nil:
		return &Tree[K, V]{key: k, val: v}
	case less(k, t.key):
		t.left = t.left.Set(less, k, v)
	case less(t.key, k):
		t.right = t.right.Set(less, k, v)
	default:
		t.val = v
	}
	return t
}

func (t *Tree[K, V]) Walk(f func(K, V)) {
	if t != nil {
		t.left.Walk(f)
		f(t.key, t.val)
		t.right.Walk(f)
	}
}

func even[T Number](n T) bool {
	if n == 0 {
		return true
	}
	return odd(n - 1)
}

func odd[T Number](n T) bool { return n != 0 && even(n-1) }

type Vec[T any] = []Cell[T]

type Celsius float64

func compose[A, B, C any](f func(A) B, g func(B) C) func(A) C {
	return func(a A) C { return g(f(a)) }
}

func deferred[T any](x T, log *[]string) (out T) {
	defer func(y T) { *log = append(*log, fmt.Sprint("deferred ", y)); out = x }(x)
	defer fmt.Println("later", x)
	return
}

var shared = Cell[string]{v: "shared"}

func main() {
	c := &Cell[int]{v: 1}
	get, put, get2, put2 := bind(c)
	put(5)
	put2(c, 6)
	fmt.Println(get(), get2(*c), c.seen)
	fmt.Println(through[int](c, 9))
	fmt.Println(through[int, Source[int]](c, 10))
	o := outer[string]{&shared, Cell2[string]{"w"}, "o"}
	o.Put("new")
	f := o.Other
	fmt.Println(o.Get(), f(), shared.seen, outer[string].Get(o))

	type ints []int
	g, n, m := grow(ints{1, 2, 3}, 2)
	fmt.Printf("%T %v %d %d\n", g, g, n, m)
	fmt.Println(len(table[map[string]bool]([]string{"a", "b"}, true)))
	fmt.Println(call(func(i int) string { return fmt.Sprint(i) }, 8))
	fmt.Println(fill[[4]string]("x"), fill[[4]Celsius](1.5))
	fmt.Println(bytesOf("abc"))
	fmt.Println(bytesOf([]byte{250, 250}))
	fmt.Println(widest(1, 7, 3), widest(1.5, 200), widest[uint16](2), widest[Celsius](3, 99.5))
	fmt.Println(wrap[int8](100), wrap[uint16](300), wrap(1.5), wrap(Celsius(2)))
	fmt.Println(sizes[byte]())
	fmt.Println(sizes[string]())
	fmt.Println(sizes[Cell[[3]int16]]())

	seven := 7
	fmt.Println(sort3[int](7), sort3[int](&seven), sort3[int]([]int{}), sort3[int]("s"), sort3[int](nil))
	fmt.Println(sort3[error](map[string]error{}), sort3[string](func() string { return "f" }))
	fmt.Println(kind[int](), kind[error](), kind[[]int](), kind[Cell[Celsius]]())
	fmt.Println(local(1), local("a", "b"), local[error](nil))

	var t *Tree[string, int]
	for i, w := range []string{"m", "c", "x", "a", "m"} {
		t = t.Set(func(a, b string) bool { return a < b }, w, i)
	}
	t.Walk(func(k string, v int) { fmt.Print(k, "=", v, " ") })
	fmt.Println(even(10), odd(2.0))
	fmt.Printf("%T %v\n", Vec[bool]{}, Vec[int]{{v: 1}})
	fmt.Println(compose(func(i int) float64 { return float64(i) / 2 }, func(f float64) string { return fmt.Sprint(f) })(5))
	var log []string
	fmt.Println(deferred("d", &log), log)
	fmt.Println(map[Cell[int]]string{{1, 2}: "key"}[Cell[int]{1, 2}])
	var any1, any2 any = Cell[int]{1, 2}, Cell[int]{1, 2}
	fmt.Println(any1 == any2, any1 == any(Cell[int8]{1, 2}))
}
