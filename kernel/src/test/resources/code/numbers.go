package main

func narrow(a int8, b uint8, c int16, d uint32) (int8, uint8, int16, uint32) {
	return a + 1, b << 3, c / 7, d*d - 5
}

func divs(x int, u uint64, n uint8) (int, int, uint64, uint64, uint8) {
	return x / 10, x % 8, u / 8, u % 10, n / 3
}

func convert(x int64, f float64) (uint8, float32, int32, uint64, int64) {
	return uint8(x), float32(x), int32(f), uint64(f), int64(float32(f))
}

func shifts(x int32, n uint, m int) (int32, int32, int32) {
	return x << n, x >> m, x << 4
}

func cmplx(a, b complex128) (complex128, bool) { return a*b + 1i, a == b }

func hash(s string) (h uint32) {
	for i := 0; i < len(s); i++ {
		h = h*31 + uint32(s[i])
	}
	return
}

func main() {
	println(narrow(1, 2, 3, 4))
	println(divs(1, 2, 3))
	println(convert(1, 2))
	println(shifts(1, 2, 3))
	println(cmplx(1, 2))
	println(hash("abc"))
}
