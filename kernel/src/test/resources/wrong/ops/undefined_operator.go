package main

type T struct{ a int }

func main() {
	var t, u T
	s := []int{1}
	m := map[string]int{}
	f := func() {}
	p, q := new(int), new(int)
	_ = t + u
	_ = t < u
	_ = s + s
	_ = m + m
	_ = f + f
	_ = p + q
	_ = p < q
	_ = "a" - "b"
	_ = "a" * 2
	_ = true + false
	_ = true < false
	_ = 1.5 % 2
	_ = 1.5 & 1
	x := 1.5
	_ = x % 2.0
	_ = x | 1
	_ = "a" && "b"
	_ = 1 && 2
	_ = 1 || true
	_ = nil + 1
}
