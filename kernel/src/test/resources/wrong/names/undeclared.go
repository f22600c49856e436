package main

import "fmt"

func main() {
	x = 1
	fmt.Println(y)
	z := w + 1
	undefinedFunc()
	var a T
	fmt.Printn("a")
}
