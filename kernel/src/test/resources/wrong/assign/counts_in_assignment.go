package main

func two() (int, string) { return 1, "a" }

func main() {
	var a, b int
	var s string
	a, b = 1
	a, b = 1, 2, 3
	a = 1, 2
	a, b = two()
	a = two()
	a, s, b = two()
	a, s = two(), 1
	_, _, _ = a, b, s
}
