package main

func main() {
	println("make-size2")
	n := 1 << 60
	_ = make(chan int, n)
	println("not here")
}
