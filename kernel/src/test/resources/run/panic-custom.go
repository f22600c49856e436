package main

type code int

type point struct {
	x, y int
	s    string
}

func main() {
	defer func() {
		panic(point{1, 2, "z"})
	}()
	panic(code(7))
}
