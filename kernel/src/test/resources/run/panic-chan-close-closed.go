package main

func main() {
	println("close-closed")
	c := make(chan int)
	close(c)
	close(c)
	println("not here")
}
