package main

func main() {
	println("send-woken")
	c := make(chan int)
	go func() { close(c) }()
	c <- 1
	println("not here")
}
