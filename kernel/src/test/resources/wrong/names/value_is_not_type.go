package main

var v = 1

func f() {}

func main() {
	var a v
	var b f
	var c []v
	_ = v{}
	_ = map[v]int{}
	_ = new(v)
	_ = make(f)
}
