package main

import (
	"fmt"
	"runtime/debug"
)

func deep(n int) int {
	var pad [20]int
	pad[n%20] = n
	if n == 0 {
		return 0
	}
	return deep(n-1) + pad[n%20]
}

func main() {
	fmt.Println(debug.SetMaxStack(1 << 22))
	fmt.Println(deep(1000))
	fmt.Println(debug.SetMaxStack(1<<20), debug.SetMaxStack(100_000))
	fmt.Println(deep(10))
	fmt.Println(deep(1 << 30))
}
