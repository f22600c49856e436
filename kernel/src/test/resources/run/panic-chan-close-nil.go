package main

func main() {
	println("close-nil")
	var c chan int
	close(c)
	println("not here")
}
