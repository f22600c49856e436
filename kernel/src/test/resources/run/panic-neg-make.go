package main

import "fmt"

func mk(n int) []string { return make([]string, n) }

func main() {
	fmt.Println(len(mk(2)))
	n := -5
	fmt.Println(len(mk(n)))
}
