package main

import "math"

func main() {
	n := 2
	var s string = math.Sqrt(2)
	_ = math.Sqrt(n)
	_ = math.Sqrt("a")
	_ = math.Sqrt()
	_ = math.Sqrt(1, 2)
	_ = math.Pi + "a"
	var i int = math.Pi
	var j int = math.Sqrt(4)
	math.Pi = 3
	_ = &math.Pi
	_ = n * math.Pi
	_ = n + math.Sqrt(2)
	math.Sqrt(2)
	_, _, _ = s, i, j
}
