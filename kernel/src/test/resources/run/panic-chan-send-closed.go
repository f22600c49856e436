package main

func main() {
	println("send-closed")
	c := make(chan int, 1)
	close(c)
	c <- 1
	println("not here")
}
