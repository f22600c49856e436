package main

func main() {
	x := []int{1}
	y := range x
	if range x {
	}
}
