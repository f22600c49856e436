package main

func five(p *int) (a, b, c, d, e *int) { return nil, nil, nil, nil, p }
func six(p *int) (a, b, c, d, e, f *int) { return nil, nil, nil, nil, nil, p }
func both(p *int) (*int, **int) { return p, &p }
func deref(p ***int) (int, *int) { return ***p, **p }
func maybe(p *int, b bool) *int {
	if b {
		return p
	}
	return new(int)
}
func scalars(a int, b float64, c bool, d complex128) int { return a }
func unused(p *int, s string, i any)                     {}
func unnamed(*int, string)                               {}
func callFive(p *int) *int {
	_, _, _, _, e := five(p)
	return e
}
func callSix(p *int) {
	five(p)
	six(p)
}
func callSwap(p, q *int) *int {
	x := 1
	a, b := two(&x, p)
	_, _ = a, b
	_, c := two(q, &x)
	return c
}
func two(p, q *int) (*int, *int) { return q, p }

func main() {}
