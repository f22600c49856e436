package main

func main() {
	var c chan
	var d <-<-chan int
	var e map[string
}
