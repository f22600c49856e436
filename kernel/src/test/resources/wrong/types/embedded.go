package main

type P *int
type I interface{ m() }

type A struct {
	P
	*I
	*[]int
	**int
}

type B struct {
	int
	string
	*float64
	[]int
}

func main() {
}
