package main

//line made.y:20
//go:noinline
var x int

func main() {
//line made.y:5:5
	_ = x //go:noinline
}
