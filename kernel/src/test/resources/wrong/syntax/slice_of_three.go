package main

func main() {
	x := []int{1, 2, 3}
	_ = x[::]
	_ = x[1::3]
	_ = x[1:2:]
}
