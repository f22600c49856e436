package main

import "nosuch"

func main() {
	var x int = "a"
	y := 1
}
