package main

func main() {
	println("select-send-closed")
	c := make(chan int)
	go close(c)
	select {
	case c <- 1:
	case <-make(chan int):
	}
	println("not here")
}
