// Literals of every kind, half stored when a deferred call recovers.
package main

import "fmt"

type P struct{ a, b int }
type E struct{ P }
type A struct{ x [2]P }

var z int
var n = 7
var np *P

func rec() { recover() }
func try(f func() any) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("died", r)
		}
	}()
	fmt.Println(f())
}

type T struct{ n int }

func (t T) m() (r P)  { defer rec(); r.b = 5; return P{t.n, 1 / z} }
func (t *T) p() (r P) { defer rec(); r.b = 5; return P{t.n, t.n / z} }
func emb() (r E)      { defer rec(); r.b = 5; return E{P{n, 1 / z}} }
func emb2() (r E)     { defer rec(); r.b = 5; return E{P: P{b: n, a: 1 / z}} }
func arr() (r A)      { defer rec(); return A{[2]P{{1, n}, {n, 1 / z}}} }
func arr2() (r A)     { defer rec(); return A{[...]P{1: {n, 1 / z}}} }
func ptr() (r [2]*P)  { defer rec(); return [2]*P{{n, 1}, {n, 1 / z}} }
func sl() (r [2][]int) {
	defer rec()
	return [2][]int{{n, 1}, {n, 1 / z}}
}
func mp() (r struct {
	m map[int]int
	n int
}) {
	defer rec()
	return struct {
		m map[int]int
		n int
	}{map[int]int{n: 1}, 1 / z}
}
func fn() (r struct {
	f func() int
	n int
}) {
	defer rec()
	return struct {
		f func() int
		n int
	}{func() int { return n }, 1 / z}
}
func ifc() (r [3]any)  { defer rec(); return [3]any{n, "x", np.a} }
func ifc6() (r [6]any) { defer rec(); return [6]any{n, "x", np.a, 4, "y", nil} }
func big() (r [6]int) {
	defer rec()
	r = [6]int{9, 9, 9, 9, 9, 9}
	return [6]int{n, 2, np.a, 4, n + 1, 6}
}
func bigKeys() (r [9]int)    { defer rec(); r[8] = 9; return [9]int{8: n, 1: 2, 2: np.a, 5: 4, 7: n + 1} }
func bigNest() (r [2][3]int) { defer rec(); return [2][3]int{{n, 2, 3}, {4, np.a, n}} }
func bigNest5() (r [5]P)     { defer rec(); return [5]P{{n, 2}, {3, n}, {n / z, 5}, {6, n}, {7, 8}} }
func conc() (r struct{ s, t string }) {
	defer rec()
	return struct{ s, t string }{"a" + fmt.Sprint(n), "b" + string(rune('a'+1/z))}
}
func dead() (r P) { defer func() { recover(); panic(fmt.Sprint("again ", n)) }(); return P{n, 1 / z} }
func order() (r P, s P) {
	defer rec()
	r, s = P{1, 1}, P{2, 2}
	r = P{s.a, s.b / z}
	return
}
func same() (r P, s P) {
	defer rec()
	r, s = P{1, 1}, P{2, 2}
	r, s = P{3, s.a / z}, P{r.a, 5}
	return
}
func last() (r P, s P) {
	defer rec()
	x := 0
	x, r = 5, P{n, n / z}
	_ = x
	return
}
func vars() (r P) {
	defer rec()
	var x P
	x = P{n, 1}
	r = x
	x = P{n + 1, 1 / z}
	r = x
	return
}
func caught() (r P) {
	defer func() { recover() }()
	func() {
		r = P{n, 1 / z}
	}()
	return
}
func shadow() (r P) {
	defer rec()
	{
		r := P{n, 1 / z}
		return r
	}
}
func noDefer() (r P) { r = P{n, 1 / z}; return }
func outer() (r P) {
	defer rec()
	r = noDefer()
	return
}
func gen[X any](x X) (r [2]struct {
	x X
	n int
}) {
	defer rec()
	return [2]struct {
		x X
		n int
	}{{x, n}, {x, 1 / z}}
}
func blank() (_ P, s P)         { defer rec(); return P{n, 1}, P{n, 1 / z} }
func blank2() (_ P, s P)        { defer rec(); return P{n, 1 / z}, P{n, 1} }
func unnamed() (P, [3]int)      { defer rec(); return P{n, 1 / z}, [3]int{n} }
func unnamed2() ([3]int, error) { defer rec(); return [3]int{n, 1, n / z}, nil }
func unnamed3() ([3]int, error) {
	defer rec()
	if n > 3 {
		return [3]int{n, 2, n / z}, fmt.Errorf("x")
	}
	return [3]int{}, nil
}
func rangeFn() (r [3]int) {
	defer rec()
	for x := range func(y func(int) bool) { y(n) } {
		defer func() { n++ }()
		return [3]int{x, 2, 1 / z}
	}
	return
}
func loopDefer() (r [3]int) {
	for i := range 3 {
		defer func() { recover(); r[2] += i }()
	}
	return [3]int{n, 2, 1 / z}
}
func loopDefer2() (r [3]int) {
	for range 3 {
		defer rec()
	}
	return [3]int{n, 2, 1 / z}
}

func main() {
	try(func() any { return T{3}.m() })
	try(func() any { return (&T{3}).p() })
	try(func() any { return emb() })
	try(func() any { return emb2() })
	try(func() any { return arr() })
	try(func() any { return arr2() })
	try(func() any { r := ptr(); return []any{*r[0], r[1]} })
	try(func() any { return sl() })
	try(func() any { return mp() })
	try(func() any { r := fn(); return []any{r.f(), r.n} })
	try(func() any { return ifc() })
	try(func() any { return ifc6() })
	try(func() any { return big() })
	try(func() any { return bigKeys() })
	try(func() any { return bigNest() })
	try(func() any { return bigNest5() })
	try(func() any { return conc() })
	try(func() any { return dead() })
	try(func() any { r, s := order(); return []any{r, s} })
	try(func() any { r, s := same(); return []any{r, s} })
	try(func() any { r, s := last(); return []any{r, s} })
	try(func() any { return vars() })
	try(func() any { return caught() })
	try(func() any { return shadow() })
	try(func() any { return outer() })
	try(func() any { return gen("s") })
	try(func() any { return gen(any(4)) })
	try(func() any { r, s := blank(); return []any{r, s} })
	try(func() any { r, s := blank2(); return []any{r, s} })
	try(func() any { r, s := unnamed(); return []any{r, s} })
	try(func() any { r, s := unnamed2(); return []any{r, s} })
	try(func() any { r, s := unnamed3(); return []any{r, s} })
	try(func() any { return rangeFn() })
	try(func() any { return loopDefer() })
	try(func() any { return loopDefer2() })
}
