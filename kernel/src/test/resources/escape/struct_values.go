package main

type T struct{ a, b int }
type W struct {
	p *int
	s []*int
	t T
	i any
	w *W
}

func get(w W) *int            { return w.p }
func getp(w *W) *int          { return w.p }
func elem(w W) *int           { return w.s[0] }
func deep(w *W) *int          { return w.w.w.p }
func mk(p *int) W             { return W{p: p} }
func mkp(p *int) *W           { return &W{p: p, i: p} }
func cp(w *W) W               { return *w }
func asg(a, b *W)             { *a = *b }
func fieldAddr() *T {
	var w W
	return &w.t
}
func fieldAddrLocal() int {
	var w W
	t := &w.t
	return t.a
}
func arr(w [2]W) *int { return w[0].p }
func anon() *int {
	x := struct{ a, b int }{1, 2}
	return &x.b
}
func boxed(w W) any { return w }
func ptrToPtr(p *int) **int {
	q := p
	return &q
}
func chain() ***int {
	x := 1
	p := &x
	q := &p
	return &q
}
func cond(a, b *int, c bool) (r *int) {
	if c {
		r = a
	} else if a == b {
		r = b
	}
	return
}

func main() {}
