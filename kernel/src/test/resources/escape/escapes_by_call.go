package main

type T struct{ a, b int }
var sink any
var sinkP *int

func keep(p *int)       { sinkP = p }
func keepAny(x any)     { sink = x }
func keepDeep(p **int)  { sinkP = *p }
func use(p *int)        { *p++ }
func a() {
	x := 1
	keep(&x)
}
func b() {
	x := 1
	keepAny(x)
	y := 2
	keepAny(&y)
}
func c() {
	x := 1
	p := &x
	keepDeep(&p)
}
func d() {
	x := 1
	use(&x)
	f := use
	f(&x)
	g := keep
	y := 2
	g(&y)
}
func e(h func(*int)) {
	x := 1
	h(&x)
	h = use
	h(&x)
}
func via(t *T) *int { return &t.a }
func f() {
	t := T{}
	keep(via(&t))
}
func pair() (func(), *int) {
	n := 0
	return func() { n++ }, &n
}
func ptrInArr() {
	x := 1
	a := [2]*int{&x}
	keep(a[0])
}
func ptrInStruct() {
	x := 1
	s := struct{ p *int }{&x}
	keep(s.p)
	y := 2
	t := &struct{ p *int }{&y}
	use(t.p)
}
func ptrInSlice() {
	x := 1
	s := []*int{&x}
	use(s[0])
	y := 1
	u := make([]*int, 1)
	u[0] = &y
	use(u[0])
}

func main() {}
