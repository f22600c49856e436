package main

func counter() func() int {
	c := 0
	return func() int { c++; return c }
}
func constant() func() int {
	c := 7
	return func() int { return c }
}
func plain() func() int { return func() int { return 1 } }
func spawn() {
	x := 1
	go func() { x++ }()
}
func spawn2(p *int) { go func() { println(*p) }() }
func spawn3(p *int) { go func(q *int) { println(*q) }(p) }
func direct() int {
	x := 1
	return func() int { x++; return x }()
}
func nested() func() func() int {
	x := 1
	return func() func() int { return func() int { x++; return x } }
}
func apply(f func(int) int, x int) int { return f(x) }
func useApply(k int) int { return apply(func(i int) int { return i + k }, 3) }
func keep(p *int) func() *int { return func() *int { return p } }
func known() *int {
	var u int
	fn := func() *int { return &u }
	return fn()
}
func known2() int {
	var u int
	fn := func() *int { return &u }
	*fn() = 42
	return u
}
func unknown(fn func() *int) *int { return fn() }
func big() func() int {
	var a [17]int
	var b [16]int
	return func() int { return a[0] + b[0] }
}
func reassigned(n int) func() int {
	x := n
	if n > 1 {
		x = 2
	}
	return func() int { return x }
}
func reassignedLater(n int) func() int {
	x := n
	f := func() int { return x }
	x = 2
	return f
}
func shadow(p *int) (r func() *int) {
	for i := 0; i < 2; i++ {
		p := p
		r = func() *int { return p }
	}
	return
}
func recursive() int {
	var f func(int) int
	f = func(n int) int {
		if n == 0 {
			return 0
		}
		return f(n - 1)
	}
	return f(3)
}
func params(f func(*int)) {
	x := 1
	f(&x)
}
func results(f func() []*int) []*int { return f() }

func main() {}
