package main

func f(a ...int, b int) {}
func g() (x ...int) { return nil }

func main() {
	var v ...int
}
