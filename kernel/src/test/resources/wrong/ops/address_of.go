package main

const c = 1

func f() int { return 1 }

type T struct{}

func (T) m() {}

func main() {
	_ = &c
	_ = &f()
	_ = &f
	_ = &T{}.m
	var t T
	_ = &t.m
	m := map[string]int{}
	_ = &m["a"]
	_ = &int(1)
	_ = &-1
	_ = &(1 + 2)
	s := "abc"
	_ = &s[0]
	_ = &s[0:1]
	_ = &func() {}
	_ = &[3]int{1}
}
