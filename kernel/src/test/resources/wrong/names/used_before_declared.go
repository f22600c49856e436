package main

func main() {
	println(x)
	x := 1
	y := y + 1
	f := func(n int) int {
		if n == 0 {
			return 1
		}
		return n * f(n-1)
	}
}
