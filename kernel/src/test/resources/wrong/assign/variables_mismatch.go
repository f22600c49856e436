package main

func main() {
	a, b, c := 1, 1.5, "x"
	a = b
	b = a
	a = c
	c = a
	var d int32 = a
	var e int64
	e = d
	a = e
	var f uint = a
	_, _ = e, f
}
