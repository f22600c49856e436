package main

func main() {
	_ = int("5")
	_ = string(1.5)
	_ = bool(1)
	_ = int(true)
	_ = float64("1")
	_ = uint8(-1)
	_ = int8(1000)
	_ = []byte(5)
	_ = rune("a")
	_ = int(nil)
	_ = string(nil)
	_ = []int("abc")
	_ = error("x")
	_ = uint(1.5)
	_ = int32(1 << 40)
}
