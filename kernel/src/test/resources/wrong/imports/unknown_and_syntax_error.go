package main

import "nosuch"

func main() {
	x := := 1
}
