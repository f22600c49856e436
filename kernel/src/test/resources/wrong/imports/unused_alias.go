package main

import f "fmt"
import . "errors"
import math2 "math"

func main() {
	fmt.Println()
	math.Sqrt(2)
}
