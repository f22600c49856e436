package main

func main() {
	var a int8 = 128
	var b uint8 = 256
	var c uint = -1
	var d int = 1 << 63
	var e int32 = 1 << 31
	var f byte = 300
	var g uint64 = 1 << 64
	var h float32 = 1e40
	i := 9223372036854775808
	j := int8(200)
	k := uint(-5)
	var l rune = 0x80000000
	_, _, _, _, _, _, _, _ = a, b, c, d, e, f, g, h
	_, _, _, _ = i, j, k, l
}
