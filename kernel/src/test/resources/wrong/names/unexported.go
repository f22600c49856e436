package main

import (
	"errors"
	"fmt"
	"math"
)

func main() {
	fmt.println("a")
	x := math.pi
	var e errors.errorString
	math.sqrt(2)
	_ = x
	_ = e
}
