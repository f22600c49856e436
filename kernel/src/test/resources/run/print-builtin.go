package main

type t struct{ p *int }

func main() {
	println("hello", 1, -2, true, false, 'x')
	print("no newline ", 3, " ", uint8(200), "\n")
	println(1.5, float32(0.25), 1e100, -0.0, 123456789.0)
	println(int64(-9223372036854775808), uint64(18446744073709551615))
	println(1+2i, complex64(3-4i))
	println()
	println("a", "b")
	var s string
	println(s, len(s))
	var m map[string]int
	var f func()
	var p *int
	var e interface{}
	println(m == nil, f == nil, p, e == nil)
	const big = 1 << 40
	println(big, int8(-5), rune(65), byte(66))
	for i := range 3 {
		print(i, ",")
	}
	println("end")
}
