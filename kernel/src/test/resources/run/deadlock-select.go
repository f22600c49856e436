package main

func main() {
	a, b := make(chan int), make(chan int)
	println("select")
	select {
	case <-a:
	case b <- 1:
	}
}
