package main

func main() {
	f := func(x int) int { return x }
	f()
	f("a")
	var s string = f(1)
	func(a, b int) {}(1)
	g := func() { return 1 }
	h := func() (int, error) { return 1 }
	func() int { return "x" }()
	_, _, _ = s, g, h
}
