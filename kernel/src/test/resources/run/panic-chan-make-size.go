package main

func main() {
	println("make-size")
	n := -1
	_ = make(chan int, n)
	println("not here")
}
