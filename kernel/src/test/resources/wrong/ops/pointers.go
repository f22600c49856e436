package main

type T struct{ f int }

func main() {
	x := 1
	p := &x
	_ = *x
	_ = **p
	_ = p.f
	_ = p + 1
	_ = p[0]
	t := &T{}
	_ = t.g
	pp := &t
	_ = pp.f
	_ = &T
	_ = &main()
	_ = &(x + 1)
	_ = &"a"
	_ = &[]int{1}[0]
	_ = &map[string]int{"a": 1}["a"]
	_ = &T{}.f
	_ = &nil
	_ = *nil
	_ = *T{}
	var q *int = nil
	_ = *q.x
	_ = p
}
