package main

var x = 1

func main() {
	_ = x(1)
	_ = undefined(1)
	_ = []undefined(nil)
	_ = map[string]undefined(nil)
	_ = *x(nil)
	_ = []x{1}
	_ = struct{ a x }{}
	_ = func(x) {}
}
