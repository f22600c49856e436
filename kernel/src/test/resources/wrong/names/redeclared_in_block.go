package main

func main() {
	var a int
	var a string
	b := 1
	b := 2
	const c = 1
	var c = 2
	type d int
	type d string
	var e, e int
	f, f := 1, 2
	_, _, _, _, _, _ = a, b, c, d(0), e, f
}
