package main

type A struct {
	x int
	y int
	x string
}

type B struct {
	A
	A int
	*C
	C
}

type C struct{}

type D struct {
	x, x int
}

func main() {
	_ = struct{ a, a int }{}
}
