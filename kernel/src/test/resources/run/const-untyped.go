package main

import "fmt"

const (
	big   = 1 << 100
	small = big >> 98
	third = 1.0 / 3
	huge  = 1e300 * 1e300 / 1e300
)

const (
	a = iota
	b
	_
	c = iota * 10
	d
)

type weekday int

const (
	sunday weekday = iota
	monday
	tuesday
)

const (
	kb = 1 << (10 * (iota + 1))
	mb
	gb
)

const typed int8 = -128
const r = 'x' + 1
const s = "con" + "cat"
const neg = -7 / 2
const rem = -7 % 3
const mask = ^uint8(5)

func main() {
	fmt.Println(small, big/1e20 > 1e9, third, huge)
	fmt.Println(a, b, c, d, sunday, monday, tuesday)
	fmt.Println(kb, mb, gb)
	fmt.Println(typed, r, string(rune(r)), s, len(s), neg, rem, mask)
	var f float32 = 0.1
	var g float64 = 0.1
	fmt.Println(f, g, float64(f) == g, f*f, 1/3.0)
	const x = 5
	var y = x / 2.0
	fmt.Println(x/2, y, x/2*2.0, 7.0/2)
	var u8 uint8 = 255
	u8++
	fmt.Println(u8, 'a', "\u00e9", len("é"))
	fmt.Println(1<<3|1, 6&^2, 5^1, -5>>1, 0x1p-2, 0b101, 0o17, 1_000_000)
	var i interface{} = 1 << 3
	fmt.Printf("%T %v\n", i, i)
}
