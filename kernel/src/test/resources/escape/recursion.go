package main

type L struct {
	next *L
	v    *int
}

func walk(l *L) *int {
	if l.next == nil {
		return l.v
	}
	return walk(l.next)
}
func even(p *int, n int) *int {
	if n == 0 {
		return p
	}
	return odd(p, n-1)
}
func odd(p *int, n int) *int {
	if n == 0 {
		return nil
	}
	return even(p, n-1)
}
func useEven() int {
	x := 1
	return *even(&x, 2)
}
func (l *L) push(v *int) *L {
	if v == nil {
		return l
	}
	return (&L{l, v}).push(nil)
}
func loop(p *int) { loop(p) }
func fib(n int) int {
	if n < 2 {
		return n
	}
	return fib(n-1) + fib(n-2)
}
func build(n int) *L {
	if n == 0 {
		return nil
	}
	return &L{next: build(n - 1)}
}

func main() {}
