package main

func pair() (int, string)  { return 1, "a" }
func take(s string, n int) {}
func many(n int, s ...int) {}
func three(a int, b string, c bool) {}

func main() {
	take(pair())
	many(pair())
	three(pair())
	three(pair(), true)
	println(pair())
	func(int) {}(pair())
}
