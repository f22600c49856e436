package main

import "fmt"

type T struct{ a, b int }

func (t T) M() int   { return t.a }
func (t *T) P() *int { return &t.a }

type I interface{ M() int }

func cmp(i any, x int, s string) bool { return i == x || i == s || any(x) == any(s) }
func boxcall(t T) any         { return t.M() }
func boxcall2(i I) any        { return i.M() }
func pp(t *T) any             { return t.P() }
func sw(i any, y int) int {
	switch i {
	case y:
		return 1
	case "a":
		return 2
	}
	return 0
}
func mk(m map[any]int, k int) int { return m[k] }
func put(m map[any]int, k int)    { m[k] = 1 }
func two() (int, string)          { return 1, "x" }
func usetwo()                     { fmt.Println(two()) }
func assigntwo() (a any, b any) {
	a, b = two()
	return
}
func lits() {
	fmt.Println(1, 2.5, 'x', "s", true, 1+2i, float32(1.5), byte(3), int8(4), nil, 1e100, T{1, 2}, &T{}, []int{1}, [2]int{1, 2}, struct{ x int }{1})
}
func conv(b []byte, s string, r []rune, n int) {
	x := string(b)
	y := []byte(s)
	z := []rune(s)
	w := string(r)
	v := string(rune(n))
	_, _, _, _, _ = x, y, z, w, v
	_ = []rune("abc")
	_ = []byte("abc")
	q := []byte("abc")
	q[0] = 1
}
func def(p *int, t T, f func(int)) {
	defer f(1)
	defer t.M()
	defer fmt.Println(p)
	go f(*p)
	for i := 0; i < 3; i++ {
		defer fmt.Println(i)
	}
}
func anyv(m map[string]any, x int) { m["a"] = x; var e error = fmt.Errorf("x %d", x); _ = e }
func variad(xs ...*int) []*int    { return xs }
func usev() {
	a := 1
	variad(&a)
	b := variad(&a, nil)
	_ = b
	variad()
}

type B struct{ buf []byte; p, q *int }

func (b *B) f(n int) { b.buf = b.buf[n:]; b.p = b.q; b.buf = append(b.buf, 1) }

func chain() { fmt.Println(newT().P()) }
func newT() *T { return &T{} }
func named(a, _ *int, _ []int) (r *int, _ *int) { return a, a }
func unn(*int, string) {}
func dev() int { var s I = T{2, 3}; return s.M() }
func sel(c chan *int, d chan any, x int) { select { case v := <-c: fmt.Println(*v); case d <- x: default: } }

var g1 = &T{1, 2}
var g2 = fmt.Sprint("a")
var g3 = map[string]int{"a": 1}
var g4 = []*T{{1, 2}, newT()}
var g5 any = 5
var g6 = func() int { return 1 }
var g7 = func() int { return len(g2) }()

func cat(a, b string) string { c := a + b + "x"; d := a + b; _ = d; c += "y"; return c }
func loop() (r []*int, fs []func()) {
	for i := 0; i < 3; i++ {
		r = append(r, &i)
	}
	for i, v := range r {
		fs = append(fs, func() { println(i, v) })
	}
	return
}
func ts(i any) any {
	switch v := i.(type) {
	case *int:
		return v
	case int, string:
		return v
	case T:
		return &v
	}
	return nil
}
func main() {
	n := 10
	s := make([]int, n)
	_ = s
	x := 42
	fmt.Println(x)
	y := 43
	y++
	fmt.Println(y)
	p := new(int)
	*p = 1
	z := make([]int, n, 2*n)
	_ = z
	var arr [10]int
	sl := arr[:]
	_ = sl
	m := map[string]int{}
	m["a"] = 1
	ff := T.M
	fmt.Println(ff(T{}))
	mv := T{}.M
	fmt.Println(mv())
	pv := (&T{}).P
	fmt.Println(pv())
	e := new(n)
	_ = e
	fmt.Printf("%d %v\n", n, m)
}
