package main

import "fmt"

type cell struct {
	n    int
	next *cell
}

func sum(c *cell) int {
	if c == nil {
		return 0
	}
	return c.n + sum(c.next)
}

func main() {
	var c *cell
	for i := 0; i < 20000; i++ {
		c = &cell{i, c}
	}
	fmt.Println(sum(c))
}
