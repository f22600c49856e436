package main

type Number interface{ ~int | ~float64 }

func sum[T Number](xs ...T) T {
	var t T
	for _, x := range xs {
		t += x
	}
	return t
}

func pair[A, B any](a A, b B) {}

type List[T any] struct{ items []T }

func (l *List[T]) Add(x T) { l.items = append(l.items, x) }

func main() {
	sum("a", "b")
	sum(1, 2.5)
	sum[string]("a")
	sum[int](1, "a")
	sum[int, int](1)
	sum()
	pair(1)
	pair[int](1, "a")
	pair[int, string, bool](1, "a")
	var l List
	var m List[int, string]
	n := List[int]{}
	n.Add("a")
	n.Add(1)
	_ = n.Remove
	f := sum
	g := sum[int]
	g("a")
	var s Number
	_, _, _ = l, m, f
}
