package main

type S struct{ a []int }
type C struct{ a int }

func main() {
	s, t := []int{1}, []int{1}
	m := map[int]int{}
	f := func() {}
	x, y := S{}, S{}
	c := C{1}
	var i any = 1
	var e error
	_ = s == t
	_ = m == m
	_ = f == f
	_ = x == y
	_ = s == nil
	_ = m != nil
	_ = f == nil
	_ = c == nil
	_ = 1 == nil
	_ = "a" == nil
	_ = c == C{2}
	_ = i == s
	_ = i == 1
	_ = e == 1
	_ = [1][]int{} == [1][]int{}
	_ = c < c
	_ = i < i
	_ = &c == &i
}
