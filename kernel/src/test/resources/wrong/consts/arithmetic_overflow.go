package main

const big = 1 << 100

func main() {
	var x int = big
	println(big)
	y := big >> 98
	var a int8 = 127 + 1
	const m int8 = 100
	b := m * 2
	c := m << 1
	d := -int8(-128)
	e := uint8(255) + 1
	f := int64(1) << 63
	_, _, _, _, _, _, _, _ = x, y, a, b, c, d, e, f
}
