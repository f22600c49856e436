package main

type T struct {
	a int,
	b int
	c
	(d) int
}

func main() {
}
