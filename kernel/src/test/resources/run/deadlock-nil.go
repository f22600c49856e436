package main

var c chan int

func main() {
	println("nil")
	for v := range c {
		println(v)
	}
}
