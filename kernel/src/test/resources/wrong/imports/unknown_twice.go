package main

import (
	"fmt"
	"nosuch/a"
	"nosuch/b"
)

func main() {
	fmt.Println(a.X, b.Y)
}
