package main

func main() {
	x := []int{1}
	println(x[])
	println(x[0)
}
