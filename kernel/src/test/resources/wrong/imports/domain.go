package main

import (
	"fmt"
	"github.com/nobody/nothing"
	"example.com/x/y"
)

func main() {
	fmt.Println(nothing.X, y.Y)
}
