package main

//go:noescape
func f(p *int) {
	*p = 1
}

func g(p *int)

func main() {
	n := 1
	f(&n)
	g(&n)
}
