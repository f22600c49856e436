package main

type T struct {
	a, b int
	next *T
}

func up() *int { x := 1; return &x }

func down(p *int) { *p++ }

func param(t T) *int { return &t.a }

func named() (r int, p *int) {
	p = &r
	return 1, p
}

func local() int {
	x := 1
	down(&x)
	t := &T{a: 1, next: &T{b: 2}}
	s := []int{1, x, 3}
	m := map[string]int{"a": x}
	n := new(int)
	return t.next.b + s[1] + m["a"] + *n
}

func sizes(n int) int {
	a := make([]byte, n)
	b := make([]int, 2, 10)
	return len(a) + cap(b)
}

func main() {
	up()
	param(T{})
	named()
	local()
	sizes(3)
}
