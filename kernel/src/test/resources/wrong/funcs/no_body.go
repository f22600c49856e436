package main

func f()
func g(a int) string

func main() {
	f()
	g("a")
}
