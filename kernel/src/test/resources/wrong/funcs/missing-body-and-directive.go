package main

func g(p *int)

func main() {
	n := 1
	g(&n)
	//go:noinline
	println(n)
}
