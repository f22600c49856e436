package main

func main() {
	var s string
	var i int
	var f float64
	for s = range []int{} {
	}
	for i, s = range []int{} {
	}
	for i, s = range map[string]int{} {
	}
	for s, i = range "abc" {
	}
	for f = range 10 {
	}
	for _, c := range "abc" {
		s = c
		var b byte = c
		_ = b
	}
	for i := range 3 {
		s = i
		i = "x"
	}
	var u uint8
	for u = range 300 {
	}
	for i := range uint8(5) {
		var n int = i
		_ = n
	}
	_ = f
}
