// A literal goes into a result part by part: after a recovered panic the caller sees how far it got.
package main

import "fmt"

type P struct{ a, b int }
type Q struct {
	a, b, c int
	d, e    int
	f       string
}
type N struct {
	p P
	q [2]int
	r int
}

var z, n = 0, 7
var ptr *int
var idx = 9
var arr = []int{1, 2, 3}
var gp = P{3, 4}

func rec()         { recover() }
func tr(x int) int { return x }
func boom() int    { panic("boom") }

func pair() (r P)          { defer rec(); r = P{7, 7}; return P{n, 1 / z} }
func pairNil() (r P)       { defer rec(); r = P{7, 7}; return P{n, *ptr} }
func pairBoom() (r P)      { defer rec(); r = P{7, 7}; return P{n, boom()} }
func pairUnnamed() P       { defer rec(); return P{n, 1 / z} }
func pairKey() (r P)       { defer rec(); r = P{7, 7}; return P{b: arr[idx]} }
func pairSelf() (r P)      { defer rec(); r = P{7, 7}; return P{r.b + 1, 1 / z} }
func pairAddr() (r P)      { defer rec(); p := &r; *p = P{7, 7}; r = P{n, 1 / z}; return }
func pairAssign() (r P)    { defer rec(); r = P{7, 7}; r = P{n, 1 / z}; return }
func pairCapt() (r P)      { defer func() { recover(); r.a++ }(); r = P{7, 7}; r = P{n, 1 / z}; return }
func array() (r [4]int)    { defer rec(); r[3] = 8; return [4]int{n, 2: 5, 3: arr[idx]} }
func arrayUnnamed() [4]int { defer rec(); return [4]int{n, 2: 5, 3: arr[idx]} }
func big() (r Q)           { defer rec(); r.c = 8; return Q{n, 2, 1 / z, 4, 5, "x"} }
func bigDyn() (r Q)        { defer rec(); r.c = 8; return Q{n, n + 1, n + 2, n / z, 5, "x"} }
func big4() (r Q)          { defer rec(); r.c = 8; return Q{a: n, b: 1, c: n / z, f: "x"} }
func nested() (r N)        { defer rec(); r.r = 9; return N{P{n, 1}, [2]int{n, n / z}, 5} }
func nested2() (r N)       { defer rec(); r.r = 9; return N{p: P{b: n}, r: n / z} }
func two() (r P, s [3]int) {
	defer rec()
	r, s = P{7, 7}, [3]int{7, 7, 7}
	return P{n, 1 / z}, [3]int{n, 2}
}
func two2() (r P, s [3]int) {
	defer rec()
	r, s = P{7, 7}, [3]int{7, 7, 7}
	return P{n, 2}, [3]int{n, 1 / z}
}
func two3() (x int, s [3]int)  { defer rec(); x, s = 7, [3]int{7, 7, 7}; return n + 1, [3]int{n, 1 / z} }
func two4() (s [3]int, x int)  { defer rec(); x, s = 7, [3]int{7, 7, 7}; return [3]int{n, n / z}, n + 1 }
func two5() (s [3]int, x int)  { defer rec(); x, s = 7, [3]int{7, 7, 7}; return [3]int{n, 2}, 1 / z }
func local() (s [3]int, x int) { defer rec(); y := 1; y, s = n, [3]int{n, 1 / z}; return s, y }
func local2() (s [3]int, x int) {
	defer rec()
	s = [3]int{1, 2, 3}
	m := map[string]int{}
	m["a"], s = n, [3]int{n, 1 / z}
	return s, m["a"]
}
func sl() (r []int)        { defer rec(); r = []int{7}; r = []int{n, 1 / z}; return }
func mp() (r map[int]int)  { defer rec(); r = map[int]int{1: 1}; return map[int]int{n: 1, 2: 1 / z} }
func mpk() (r map[int]int) { defer rec(); r = map[int]int{1: 1}; return map[int]int{n: 1, 1 / z: 1} }
func mpn() (r map[int]P) {
	defer rec()
	r = map[int]P{1: {1, 1}}
	return map[int]P{n: {1, 2}, 2: {2, 1 / z}}
}
func ptrs() (r *P)                 { defer rec(); r = &P{7, 7}; return &P{n, 1 / z} }
func global() (r P)                { defer rec(); r = gp; gp = P{n, 1 / z}; return P{} }
func iface() (r any)               { defer rec(); r = 1; return P{n, 1 / z} }
func conv() (r struct{ a, b int }) { defer rec(); r.a = 8; return P{n, 1 / z} }
func conv2() (r P)                 { defer rec(); r.a = 8; return P(P{n, 1 / z}) }
func conv3() (r P)                 { defer rec(); r.a = 8; return (P{n, 1 / z}) }
func ifaceField() (r struct {
	a any
	b int
}) {
	defer rec()
	r.b = 8
	return struct {
		a any
		b int
	}{n, 1 / z}
}
func ifaceField2() (r struct {
	b int
	a any
}) {
	defer rec()
	r.b = 8
	return struct {
		b int
		a any
	}{n, 1 / z}
}
func gen[T any](x T) (r struct {
	a T
	b int
}) {
	defer rec()
	r.b = 8
	return struct {
		a T
		b int
	}{x, 1 / z}
}
func esc() (r P) { defer rec(); r = P{7, 7}; keep = &r; r = P{n, 1 / z}; return }
func loop() (r P) {
	defer rec()
	for i := range 3 {
		r = P{i, 5 / (1 - i)}
	}
	return
}
func str() (r struct{ s, t string }) {
	defer rec()
	r.t = "t"
	return struct{ s, t string }{"a" + fmt.Sprint(n), arr2[idx]}
}
func named() (r, s P) { defer rec(); r = P{7, 7}; r, s = P{n, 3}, P{4, n / z}; return }
func swap() (r, s P)  { defer rec(); r = P{7, 7}; s, r = r, P{4, n / z}; return }
func seq() (r P) {
	defer rec()
	r = P{7, 7}
	for x := range func(y func(int) bool) { _ = y(1) && y(0) } {
		r = P{n, 1 / x}
	}
	return
}
func seq2() (r P) {
	defer rec()
	for x := range func(y func(int) bool) { _ = y(1) && y(0) } {
		if x == 0 {
			return P{n, 1 / x}
		}
	}
	return
}

var arr2 = []string{"a"}
var keep *P

func main() {
	fmt.Println(pair(), pairNil(), pairBoom(), pairUnnamed(), pairKey(), pairSelf(), pairAddr(), pairAssign(), pairCapt())
	fmt.Println(array(), arrayUnnamed(), big(), bigDyn(), big4(), nested(), nested2())
	fmt.Println(two())
	fmt.Println(two2())
	fmt.Println(two3())
	fmt.Println(two4())
	fmt.Println(two5())
	fmt.Println(local())
	fmt.Println(local2())
	fmt.Println(sl(), mp(), mpk(), mpn(), ptrs(), global(), gp, iface(), conv(), conv2(), conv3(), ifaceField(), ifaceField2(), gen(3), esc(), loop(), str())
	fmt.Println(named())
	fmt.Println(swap())
	fmt.Println(seq(), seq2())
}
