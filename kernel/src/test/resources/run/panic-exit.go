package main

import "fmt"

func f(n int) int {
	if n == 0 {
		panic("out of levels")
	}
	return f(n-1) + 1
}

func main() {
	fmt.Println("start")
	defer fmt.Println("deferred runs")
	f(3)
	fmt.Println("unreachable")
}
