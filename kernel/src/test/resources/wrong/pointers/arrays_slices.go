package main

func f(p *[3]int) {}
func g(p *[]int)  {}

func main() {
	a := [3]int{}
	s := []int{1}
	f(a)
	f(&s)
	f(&a)
	g(&a)
	g(s)
	p := &s
	p[0] = 1
	_ = p[0:1]
	for range p {
	}
	_ = len(p)
	q := &a
	q[5] = 1
	_ = q[:9]
	*p[0] = 1
	(*p)["a"] = 1
	_ = append(p, 1)
	_ = cap(p)
}
