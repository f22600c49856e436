package main

import (
	"errors"
	"fmt"
)

type Number interface {
	~int | ~int8 | ~int64 | ~float64
}

type Pair[A, B any] struct {
	First  A
	Second B
}

func (p Pair[A, B]) Swap() Pair[B, A]   { return Pair[B, A]{p.Second, p.First} }
func (p *Pair[A, B]) Set(a A, b B)      { p.First, p.Second = a, b }
func (p Pair[A, B]) String() string     { return fmt.Sprintf("<%v|%v>", p.First, p.Second) }
func MakePair[A, B any](a A, b B) Pair[A, B] { return Pair[A, B]{a, b} }

func Sum[T Number](xs ...T) (s T) {
	for _, x := range xs {
		s += x
	}
	return
}

func Map[T, U any](s []T, f func(T) U) []U {
	out := make([]U, 0, len(s))
	for _, v := range s {
		out = append(out, f(v))
	}
	return out
}

func Filter[S ~[]E, E any](s S, keep func(E) bool) S {
	var out S
	for _, v := range s {
		if keep(v) {
			out = append(out, v)
		}
	}
	return out
}

func Keys[M ~map[K]V, K comparable, V any](m M) []K {
	var ks []K
	for k := range m {
		ks = append(ks, k)
	}
	return ks
}

type List[T any] struct {
	head *node[T]
	n    int
}
type node[T any] struct {
	val  T
	next *node[T]
}

func (l *List[T]) Push(v T) { l.head = &node[T]{v, l.head}; l.n++ }
func (l *List[T]) Each(f func(T)) {
	for n := l.head; n != nil; n = n.next {
		f(n.val)
	}
}
func (l *List[T]) Reverse() *List[T] {
	var r List[T]
	l.Each(r.Push)
	return &r
}

type Stringer interface{ String() string }
type ID int

func (i ID) String() string { return fmt.Sprint("id", int(i)) }

func Join[T Stringer](xs []T) (s string) {
	for _, x := range xs {
		s += x.String() + ";"
	}
	return
}

func Max[T int | float64 | string](a, b T) T {
	if a > b {
		return a
	}
	return b
}

func Kind[T any](x T) string {
	switch any(x).(type) {
	case int:
		return "int"
	case string:
		return "string"
	case []T:
		return "slice of T"
	case fmt.Stringer:
		return "stringer"
	}
	return "other"
}

func Zero[T any]() (z T) { return }

func Is[T any](x any) bool { _, ok := x.(T); return ok }

type Setter[T any] interface {
	*T
	Set(string)
}
type Conf struct{ s string }

func (c *Conf) Set(s string) { c.s = s }
func Build[T any, P Setter[T]](s string) T {
	var t T
	P(&t).Set(s)
	return t
}

type Tree[T any] struct {
	Left, Right *Tree[T]
	Val         T
	cmp         func(a, b T) int
}

func (t *Tree[T]) Insert(v T) *Tree[T] {
	if t == nil {
		return &Tree[T]{Val: v}
	}
	return t
}

func Local[T any](x T) any {
	type loc struct {
		v T
		n *int
	}
	type rec struct{ next *rec }
	_ = rec{}
	return loc{v: x}
}

type Emb[T any] struct {
	Pair[T, string]
	*List[T]
}

type Alias[T any] = Pair[T, T]

func Counter[T any](x T) func() (int, T) {
	n := 0
	return func() (int, T) { n++; return n, x }
}

func Eq[T comparable](a, b T) bool { return a == b }

func Conv[To, From Number](f From) To { return To(f) }

type Opt[T any] func(*T)

func Apply[T any](t *T, opts ...Opt[T]) {
	for _, o := range opts {
		o(t)
	}
}

type MyErr[T any] struct{ v T }

func (e MyErr[T]) Error() string { return fmt.Sprintf("myerr %v", e.v) }

func Must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func Rec[T any](n int, x T) string {
	if n == 0 {
		return fmt.Sprintf("%T", x)
	}
	return Rec(n-1, x)
}

func main() {
	p := MakePair(1, "a")
	fmt.Println(p, p.Swap())
	fmt.Printf("%T %T %v %+v\n", p, p.Swap(), p, &p)
	p.Set(7, "q")
	fmt.Println(p.First, p.Second)
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2.5), Sum[int8](100, 27, 1))
	fmt.Println(Map([]int{1, 2, 3}, func(i int) string { return fmt.Sprint(i * i) }))
	fmt.Println(Filter([]int{1, 2, 3, 4}, func(i int) bool { return i%2 == 0 }))
	fmt.Println(len(Keys(map[string]int{"a": 1, "b": 2})))
	var l List[string]
	l.Push("x")
	l.Push("y")
	l.Each(func(s string) { fmt.Print(s, " ") })
	l.Reverse().Each(func(s string) { fmt.Print(s, " ") })
	fmt.Println(l.n)
	fmt.Println(Join([]ID{1, 2}))
	fmt.Println(Max(1, 2), Max("a", "b"), Max(1.5, -2))
	fmt.Println(Kind(1), Kind("s"), Kind(ID(3)), Kind([]int{}), Kind(2.5))
	fmt.Println(Zero[int](), Zero[*int]() == nil, Zero[Pair[int, string]](), Zero[error]() == nil)
	fmt.Println(Is[int](3), Is[string](3), Is[fmt.Stringer](ID(1)), Is[error](nil))
	fmt.Println(Build[Conf]("hello"))
	var t *Tree[int]
	t = t.Insert(4)
	fmt.Println(t.Val, t.Left == nil)
	fmt.Printf("%T %T %v\n", Local(1), Local("x"), Local(2.5))
	fmt.Println(Local(1) == Local(1), Local(1) == Local("1"))
	e := Emb[int]{Pair[int, string]{1, "z"}, &List[int]{}}
	e.Push(4)
	e.Set(9, "k")
	fmt.Println(e.First, e.n, e.head.val, e.String())
	var al Alias[int]
	fmt.Printf("%T %v\n", al, al)
	c := Counter("c")
	c()
	fmt.Println(c())
	fmt.Println(Eq(1, 1), Eq("a", "b"), Eq[any](1, 1), Eq(p, p))
	fmt.Println(Conv[int](2.9), Conv[float64](3), Conv[int8](300))
	conf := Conf{}
	Apply(&conf, func(c *Conf) { c.s = "opt" })
	fmt.Println(conf)
	f := (*List[int]).Push
	var li List[int]
	f(&li, 3)
	g := li.Push
	g(4)
	h := Pair[int, string].Swap
	fmt.Println(li.n, h(p))
	var err error = MyErr[int]{3}
	var me MyErr[int]
	fmt.Println(err)
	if m, ok := err.(MyErr[int]); ok {
		me = m
	}
	fmt.Println(me.v)
	fmt.Println(Rec(3, p), Rec(2, []string{}))
	ff := MakePair[string, float64]
	fmt.Println(ff("a", 2.5))
	defer func() {
		fmt.Println("recovered", recover())
		var x any = p
		_ = x.(Pair[string, int])
	}()
	Must(1, errors.New("boom"))
}
