package main

type A struct {
	x int "a" "b"
	y int 'c'
	z int 5
}

func main() {
}
