package main

func f(a, b) int { return 1 }
func g(a int, b) {}
func h(int, b string) {}

func main() {
}
