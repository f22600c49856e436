package main

func main() {
	a, b, c, d := 1, 1.5, "x", true
	_ = a + b
	_ = a + c
	_ = b - c
	_ = c + d
	_ = a && d
	_ = a == b
	_ = a == c
	_ = a < c
	_ = d == 1
	var e int32 = 1
	var f int64 = 2
	_ = e + f
	_ = e == f
	_ = e * 2.5
	_ = a | b
	var u uint = 1
	_ = a + u
}
