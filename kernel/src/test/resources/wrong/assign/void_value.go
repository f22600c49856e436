package main

func f() {}

func main() {
	x := f()
	var y = f()
	println(f())
	f() + 1
	_ = f()
	a := []int{f()}
	if f() {
	}
	return f()
}
