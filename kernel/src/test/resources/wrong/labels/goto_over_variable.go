package main

func main() {
	goto L
	x := 1
	println(x)
L:
	println(2)
	goto M
	var y int
	_ = y
M:
}
