package main

func main() {
	a, b := 1, uint8(2)
	_ = a & b
	_ = a &^ 1.5
	_ = b << a
	_ = b | 256
	_ = b ^ -1
	_ = ^b + 300
	_ = a << 1.5
	_ = 1.5 << a
	var f float64 = 2 << a
	_ = f
}
