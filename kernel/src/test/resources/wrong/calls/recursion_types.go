package main

func fact(n int) int {
	if n == 0 {
		return "one"
	}
	return n * fact("n")
}

func even(n int) bool { return odd(n - 1, 0) }
func odd(n int) bool  { return even() }

func main() {
	fact(1.5)
}
