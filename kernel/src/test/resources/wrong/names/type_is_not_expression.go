package main

type T struct{}

func main() {
	x := T
	y := int
	println(string)
	T = 1
	return T
}
