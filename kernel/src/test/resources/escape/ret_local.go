package main

func ret() *int {
	x := 1
	return &x
}

func main() {}
