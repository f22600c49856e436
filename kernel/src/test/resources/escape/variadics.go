package main

func v(xs ...*int) []*int     { return xs }
func n(xs ...int) int          { return len(xs) }
func f(s string, xs ...any) any { return xs[0] }
func a() []*int {
	x := 1
	return v(&x)
}
func b() int {
	x := 1
	v(&x, nil)
	return n(1, 2, 3) + n() + n([]int{1}...)
}
func c(p *int, i int) any { return f("a", p, i) }

type M struct{}

func (M) v(xs ...*int) *int { return xs[0] }
func d(m M, p *int) *int     { return m.v(p) }
func e(m interface{ v(xs ...*int) *int }, p *int) *int { return m.v(p, p) }
func g(fn func(...*int), p *int) { fn(p) }
func h(m M, p *int) *int          { return M.v(m, p, nil) }

func main() {}
