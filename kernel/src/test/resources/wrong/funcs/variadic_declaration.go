package main

func a(x ...int) {
	var y int = x
	x = 5
	x[0] = "a"
	for _, v := range x {
		var s string = v
		_ = s
	}
	_ = len(x) + "a"
	a(x)
	a(x...)
	a(x, x...)
	a(1, x...)
}

func main() {
	a("x")
	a(1, 2, "c")
	f := a
	f = func(x []int) {}
	f = func(x ...string) {}
}
