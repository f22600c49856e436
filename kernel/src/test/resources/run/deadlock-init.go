package main

var c = make(chan int)

var x = <-c

func main() { println(x) }
