package main

import "fmt"

func cleanup(name string) {
	fmt.Println("cleanup", name)
	if name == "b" {
		panic("cleanup failed")
	}
}

func main() {
	defer cleanup("a")
	defer cleanup("b")
	defer cleanup("c")
	var p *int
	*p = 1
}
