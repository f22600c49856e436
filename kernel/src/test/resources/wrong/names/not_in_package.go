package main

import (
	"fmt"
	"math"
)

func main() {
	fmt.Printline("a")
	math.Squareroot(2)
	var x fmt.Foo
	_ = math.PI
}
