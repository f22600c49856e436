package main

import (
	"fmt"
	"math"
)

func main() {
	a, b, c := 3, 1, 2
	fmt.Println(min(a, b, c), max(a, b, c), min(a), max(b, 5))
	x, y := 2.5, -1.0
	fmt.Println(min(x, y), max(x, y, 3), min(x, math.Inf(-1)))
	zero := 0.0
	nan := zero / zero
	fmt.Println(min(x, nan), max(nan, x), 1/min(zero, -zero), 1/max(-zero, zero))
	s, t := "pear", "apple"
	fmt.Println(min(s, t), max(s, t, "zoo"), min("b", s[:1]))
	var f32 float32 = 1.25
	fmt.Println(min(f32, 2), max(f32, 0))
	var u8 uint8 = 200
	fmt.Println(min(u8, 250), max(u8, 100))
	var i8 int8 = -100
	fmt.Println(min(i8, 50), max(i8, 50))
	sl := []string{"a", "b"}
	clear(sl)
	fmt.Printf("%q\n", sl)
	m := map[float64]int{1: 1, nan: 2, nan: 3}
	fmt.Println(len(m), m[nan])
	clear(m)
	fmt.Println(len(m))
	structs := []struct{ a, b int }{{1, 2}, {3, 4}, {5, 6}}
	clear(structs[1:2])
	fmt.Println(structs)
	var nilm map[string]int
	clear(nilm)
	clear([]int(nil))
	const k = min(1, 2.5) + max(3, 4)
	fmt.Println(k, len([max(2, 3)]int{}))
}
