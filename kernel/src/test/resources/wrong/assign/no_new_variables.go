package main

func main() {
	a, b := 1, 2
	a := 3
	a, b := 4, 5
	_, b := 6, 7
	a, c := 8, "x"
	a, c := "y", 9
}
