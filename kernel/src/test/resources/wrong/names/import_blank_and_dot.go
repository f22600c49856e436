package main

import (
	_ "math"
	. "errors"
)

func main() {
	println(Sqrt(2))
}
