package main

func main() {
	a := 1
	b := a > 0 ? 1 : 2
	println(b)
}
