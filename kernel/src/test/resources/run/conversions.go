package main

import "fmt"

func f64(x float64) {
	fmt.Println(x, int64(x), int32(x), int16(x), int8(x), uint64(x), uint32(x), uint16(x), uint8(x), int(x), float32(x))
}

func f32(x float32) {
	fmt.Println(x, int64(x), int32(x), int16(x), int8(x), uint64(x), uint32(x), uint16(x), uint8(x), int(x), float64(x))
}

func i(x int64) {
	fmt.Println(x, int32(x), int16(x), int8(x), uint64(x), uint32(x), uint16(x), uint8(x), float32(x), float64(x))
}

func u(x uint64) {
	fmt.Println(x, int32(x), int16(x), int8(x), int64(x), uint32(x), uint16(x), uint8(x), float32(x), float64(x))
}

type celsius float64
type id int

func main() {
	for _, x := range []float64{0, 1.5, -1.5, 127.9, -128.9, 255.5, 1e10, -1e10, 1e30, -1e30, 3e9, 9.3e18, 1.5e19, -0.5, 4294967296.5, 70000} {
		f64(x)
		f32(float32(x))
	}
	for _, x := range []int64{0, 1, -1, 127, 128, -129, 65535, 65536, 1 << 31, -1 << 31, 1<<53 + 1, 1<<63 - 1, -1 << 63, 16777217} {
		i(x)
		u(uint64(x))
	}
	c := celsius(36.6)
	fmt.Println(float64(c)*2, c+1, id(7)+1, int(id(3)))
	var b byte = 'x'
	fmt.Println(rune(b), string(rune(b)), string(rune(0x20ac)), string(rune(-1)), string(rune(0x110000)))
	m1, m5 := int8(-1), int32(-5)
	fmt.Println(int8(b), uint32(m1), int64(uint32(1<<31)), uint64(m5))
	var i8 int8 = -3
	fmt.Println(uint8(i8), uint16(i8), uint32(i8), uint64(i8), int64(i8), float32(i8))
	var u32 uint32 = 1 << 31
	fmt.Println(int32(u32), float32(u32), float64(u32), int64(u32))
}
