package main

import "fmt"

func main() {
	x := fmt
	fmt
	println(fmt + 1)
	var y fmt
	fmt = nil
	_ = x
}
