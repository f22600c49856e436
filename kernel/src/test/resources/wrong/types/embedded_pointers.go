package main

type P *struct{}
type I interface{ m() }
type T struct{}
type A struct {
	P
	*I
	*T
	*P
}

type U = *T
type B struct {
	U
	*U
}

func main() {
}
