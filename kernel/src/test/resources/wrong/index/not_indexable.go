package main

type T struct{ a int }

func f() {}

func main() {
	x := 1
	p := new([]int)
	_ = x[0]
	_ = p[0]
	_ = f[0]
	_ = T{}[0]
	_ = true[1]
	_ = nil[0]
	_ = 1.5[0]
	pa := new([3]int)
	_ = pa[5]
	_ = x[1:]
	_ = f[:]
	_ = map[string]int{}[1:2]
	_ = main[int]
}
