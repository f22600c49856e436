package main

import (
	"fmt"
	"math"
)

func div(a, b float64) float64 { return a / b }

func main() {
	var zero float64
	inf := div(1, zero)
	nan := div(zero, zero)
	fmt.Println(inf, -inf, nan, nan == nan, nan != nan, nan < 1, nan > 1, nan <= nan, inf > 1e308)
	if !(nan < 1) {
		fmt.Println("not less")
	}
	if !(nan >= 1) {
		fmt.Println("not greater or equal")
	}
	if nan < 1 || nan > 1 || nan == 1 {
		fmt.Println("wrong")
	}
	negz := -zero
	fmt.Println(negz, 1/negz, math.Copysign(0, -1))
	var f float32 = 16777216
	f += 1
	fmt.Println(f, f+2, f/3, f*f*f*f*f*f)
	fmt.Println(math.Sqrt(2), math.Pi, math.Sqrt(-1))
	x := 0.1
	fmt.Println(x+0.2, x*3, 1e21, 1e20, 123456789.0, 1e-7, 100000.0, 1.0)
	fmt.Println(float32(0.1), float32(1)/3, float64(float32(0.1)))
	s := 0.0
	for i := 1; i <= 1000; i++ {
		s += 1 / float64(i*i)
	}
	fmt.Println(math.Sqrt(6 * s))
	var g float32
	for i := 0; i < 100; i++ {
		g += 0.1
	}
	fmt.Println(g, g < 10, g > 10, g == 10.000002)
	fmt.Println(-x, -f, -inf)
	var h float32 = float32(nan)
	fmt.Println(h == h, h < h, h > 0, h != h)
}
