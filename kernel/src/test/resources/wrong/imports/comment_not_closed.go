package main

import "fmt"

/* hello

func main() {
	fmt.Println()
}
