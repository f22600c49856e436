package main

func f(a int, b string) (c float64, err error) {
	a = b
	b = a
	c = a
	err = b
	c, err = 1
	return a, b
}

func g(a int, _ string, _ int) {
	_ = _
	b := a
}

func h(int, string) {
	println(a)
}

func main() {
	x, y := f(1, "a")
	x = y
	f(1, "a") = 1, 2
}
