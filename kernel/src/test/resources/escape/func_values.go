package main

type Op func(a, b *int) *int

var ops = map[string]Op{
	"first":  func(a, b *int) *int { return a },
	"second": second,
}

func second(a, b *int) *int { return b }
func run(name string) *int {
	x, y := 1, 2
	return ops[name](&x, &y)
}
func compose(f, g func(int) int) func(int) int {
	return func(x int) int { return g(f(x)) }
}
func local() int {
	add := func(a, b *int) int { return *a + *b }
	x, y := 1, 2
	return add(&x, &y)
}
func pick(b bool) func(*int) {
	f := func(p *int) {}
	if b {
		f = func(p *int) { *p = 1 }
	}
	x := 0
	f(&x)
	return f
}
func immediately() *int {
	return func(p *int) *int { return p }(new(int))
}
func once() (r *int) {
	x := 1
	func() { r = &x }()
	return
}
func inLoop() (fs []func()) {
	for i := range 3 {
		x := new(int)
		fs = append(fs, func() { *x = i })
	}
	return
}
func argClosure(xs []int) (n int) {
	each(xs, func(x int) { n += x })
	return
}
func each(xs []int, f func(int)) {
	for _, x := range xs {
		f(x)
	}
}
func storeField() *holder {
	h := &holder{}
	h.f = func() *holder { return h }
	return h
}

type holder struct{ f func() *holder }

func main() {}
