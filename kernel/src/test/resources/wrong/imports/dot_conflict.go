package main

import . "fmt"

func Println() {}

func main() {
	Println()
}
