package main

func d1() (r int) {
	x := 1
	defer func() { r = x }()
	return 2
}
func d2() {
	for i := 0; i < 3; i++ {
		defer func() { println(i) }()
	}
}
func d3(f func(*int), p *int) { defer f(p) }
func d4(c chan int) {
	defer close(c)
	defer println("a", 1)
	defer panic("x")
	defer recover()
	defer func() { recover() }()
}
func note(a ...any) {}
func d5(x int, p *int) {
	defer note(x, p, "s", 3)
	defer note()
	defer note([]any{x}...)
}

type R struct{ n int }

func (r *R) Close()     {}
func (r R) Value(i int) {}
func d6() {
	r := &R{}
	defer r.Close()
	defer r.Value(1)
	s := R{}
	defer s.Close()
	defer R{}.Value(2)
	var i interface{ Close() } = s2()
	defer i.Close()
	go i.Close()
	go r.Close()
}
func s2() interface{ Close() } { return &R{} }
func d7(n int) {
	if n > 0 {
		defer func(p *int) { *p = 1 }(&n)
	}
again:
	defer func() { println(n) }()
	n--
	if n > 0 {
		goto again
	}
}
func d8(m map[string]int, k string) {
	defer delete(m, k)
	defer copy([]int{1}, []int{2})
}

func main() {}
