package main

// Slices that are given away once: they grow in the frame and move to the heap just before.

type four struct{ a, b, c, d int }
type five struct{ a, b, c, d, e int }

var sink []int
var sinkP []*int

func returned(n int) []int {
	var s []int
	for i := 0; i < n; i++ {
		s = append(s, i)
	}
	return s
}

func named(n int) (s []int) {
	for i := 0; i < n; i++ {
		s = append(s, i)
	}
	return
}

func namedDefer(n int) (s []int) {
	defer func() {
		if n == 3 {
			recover()
		}
	}()
	for i := 0; i < n; i++ {
		s = append(s, i)
		if i == 2 && n == 3 {
			panic("three")
		}
	}
	return s
}

func observed(n int) []int {
	var s []int
	for i := 0; i < n; i++ {
		s = append(s, i)
		print(cap(s), " ")
	}
	println()
	return s
}

func half(n int) []int {
	var s []int
	for i := 0; i < n; i++ {
		s = append(s, i)
	}
	s = s[n/2:]
	return s
}

func headOf(n int) []int {
	var s []int
	for i := 0; i < n; i++ {
		s = append(s, i)
	}
	s = s[:1]
	s = append(s, 100)
	return s
}

func sum(s []int) (t int) {
	for _, v := range s {
		t += v
	}
	return
}

func summed(n int) []int {
	var s []int
	for i := 0; i < n; i++ {
		s = append(s, i)
		print(sum(s), "/", len(s), " ")
	}
	println()
	return s
}

func literal(n int) []int {
	s := []int{9}
	for i := 0; i < n; i++ {
		s = append(s, i)
		print(cap(s), " ")
	}
	println()
	return s
}

func two(n int) ([]int, []int) {
	var s, t []int
	for i := 0; i < n; i++ {
		s = append(s, i)
		t = append(t, i, i)
	}
	return s, t
}

func twoReturns(n int) []int {
	var s []int
	for i := 0; i < n; i++ {
		s = append(s, i)
	}
	if n > 3 {
		return s
	}
	return s
}

func nilOr(n int) []int {
	if n == 0 {
		return nil
	}
	var s []int
	for i := 0; i < n; i++ {
		s = append(s, i)
	}
	return s
}

func one(n int) []int {
	var s []int
	s = append(s, n)
	return s
}

func straight(n int) []int {
	var s []int
	s = append(s, n)
	s = append(s, n+1)
	s = append(s, n+2)
	return s
}

func global(n int) {
	var s []int
	for i := 0; i < n; i++ {
		s = append(s, i)
	}
	sink = s
}

func toOther(n int) int {
	var s []int
	for i := 0; i < n; i++ {
		s = append(s, i)
	}
	t := s
	t = append(t, 1)
	return cap(t)
}

func toOtherLiteral(n int) int {
	s := []int{1, 2}
	for i := 0; i < n; i++ {
		s = append(s, i)
	}
	t := s
	s[0] = 50
	return cap(t)*1000 + t[0] + len(s)
}

func swap(n int) (int, int) {
	var s, t []int
	for i := 0; i < n; i++ {
		s = append(s, i)
		t = append(t, i+10, i)
	}
	s, t = t, s
	return cap(s), cap(t)
}

func inLoop(n int) {
	var s []int
	for i := 0; i < n; i++ {
		s = append(s, i)
		sink = s
	}
	println(cap(s))
}

func declaredInLoop(n int) {
	for k := 0; k < 3; k++ {
		var s []int
		for i := 0; i < n; i++ {
			s = append(s, i+k)
		}
		sink = s
		print(cap(sink), " ")
	}
	println()
}

func field(n int) *struct{ s []int } {
	var s []int
	for i := 0; i < n; i++ {
		s = append(s, i)
	}
	r := &struct{ s []int }{}
	r.s = s
	return r
}

func inLiteral(n int) *struct{ s []int } {
	var s []int
	for i := 0; i < n; i++ {
		s = append(s, i)
	}
	return &struct{ s []int }{s}
}

func address(n int) *int {
	var s []int
	for i := 0; i < n; i++ {
		s = append(s, i)
	}
	return &s[0]
}

func boxed(n int) any {
	var s []int
	for i := 0; i < n; i++ {
		s = append(s, i)
	}
	return s
}

func closure(n int) func() int {
	var s []int
	for i := 0; i < n; i++ {
		s = append(s, i)
	}
	return func() int { return cap(s) }
}

func deferred(n int) {
	var s []int
	for i := 0; i < n; i++ {
		s = append(s, i)
	}
	defer show(s)
	s = append(s, 1)
	println("still", cap(s))
}

func show(s []int) { println("deferred", len(s), cap(s)) }

func pointers(n int) []*int {
	var s []*int
	for i := 0; i < n; i++ {
		s = append(s, new(int))
		*s[i] = i
	}
	return s
}

func pointersObserved(n int) []*int {
	var s []*int
	for i := 0; i < n; i++ {
		v := i
		s = append(s, &v)
		print(cap(s), " ")
	}
	println(*s[0])
	return s
}

func strs(n int) (s []string) {
	for i := 0; i < n; i++ {
		s = append(s, "abcdefgh"[i%8:])
	}
	return s
}

func bytes(n int) []byte {
	var s []byte
	for i := 0; i < n; i++ {
		s = append(s, byte(i))
	}
	return s
}

func fours(n int) []four {
	var s []four
	for i := 0; i < n; i++ {
		s = append(s, four{a: i})
	}
	return s
}

func fives(n int) []five {
	var s []five
	for i := 0; i < n; i++ {
		s = append(s, five{a: i})
	}
	return s
}

func generic[T any](n int, v T) []T {
	var s []T
	for i := 0; i < n; i++ {
		s = append(s, v)
	}
	return s
}

func genericObserved[T any](n int, v T) []T {
	var s []T
	for i := 0; i < n; i++ {
		s = append(s, v)
		print(cap(s), " ")
	}
	println()
	return s
}

func parameter(s []int) []int {
	s = append(s, 1)
	s = append(s, 2)
	return s
}

func switched(n int) []int {
	var s []int
	switch {
	case n > 2:
		s = append(s, 1, 2, 3)
	default:
		s = append(s, 1)
	}
	for len(s) < n {
		s = append(s, len(s))
	}
	return s
}

func filter(in []int, keep func(int) bool) []int {
	var out []int
	for _, v := range in {
		if keep(v) {
			out = append(out, v)
		}
	}
	return out
}

func reset(n int) []int {
	var s []int
	for i := 0; i < n; i++ {
		if i == 2 {
			s = nil
		}
		s = append(s, i)
	}
	return s
}

func values() ([]int, int) { return nil, 7 }

func main() {
	for _, n := range []int{0, 1, 2, 3, 4, 5, 8, 9, 17} {
		a, b := returned(n), named(n)
		println(n, len(a), cap(a), cap(b), sum(a), sum(b))
		a, b = namedDefer(n), nilOr(n)
		println(n, len(a), cap(a), cap(b), sum(a), sum(b))
		a = observed(n)
		println(n, len(a), cap(a), sum(a))
		a = summed(n)
		println(n, len(a), cap(a), sum(a))
		a = literal(n)
		println(n, len(a), cap(a), sum(a))
		a, b = two(n)
		println(n, len(a), cap(a), len(b), cap(b), sum(a), sum(b))
		a, b = twoReturns(n), half(n)
		println(n, cap(a), len(b), cap(b), sum(b))
		a, b = switched(n), reset(n)
		println(n, cap(a), sum(a), cap(b), sum(b))
		global(n)
		println(cap(sink), sum(sink))
		println(toOther(n), toOtherLiteral(n))
		println(swap(n))
		inLoop(n)
		declaredInLoop(n)
		println(cap(field(n).s), cap(inLiteral(n).s), cap(boxed(n).([]int)), closure(n)())
		deferred(n)
		println(cap(generic(n, 1)), cap(generic(n, "x")), cap(generic(n, four{})), cap(generic(n, five{})), cap(generic(n, struct{}{})))
		println(cap(genericObserved(n, byte(1))), cap(genericObserved(n, "x")), cap(genericObserved(n, five{})))
		println(cap(pointers(n)), cap(strs(n)), cap(bytes(n)), cap(fours(n)), cap(fives(n)))
		if n > 0 {
			h := headOf(n)
			println(*address(n), cap(h), h[1])
			p := pointersObserved(n)
			println(cap(p), *p[n-1])
		}
	}
	println(cap(one(1)), cap(straight(1)))
	var p [3]int
	a := parameter(p[:0])
	a[0] = 5
	println(cap(a), p[0])
	println(cap(parameter(nil)), cap(parameter(p[:2])), p[2])
	f := filter([]int{1, 2, 3, 4, 5, 6, 7}, func(v int) bool { return v%2 == 1 })
	println(len(f), cap(f), sum(f))
	var s []int
	s = append(values())
	println(len(s), cap(s))
	sinkP = nil
	for _, v := range pointers(40) {
		sinkP = append(sinkP, v)
	}
	println(len(sinkP), *sinkP[39], cap(sinkP))
}
