package main

import "fmt"

func 1f() {}

func main() {
	fmt.Println(1)
}
