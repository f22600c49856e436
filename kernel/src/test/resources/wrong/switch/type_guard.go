package main

func main() {
	var x any
	y := x.(type)
	println(x.(type))
	if x.(type) {
	}
	switch x := x.(type) {
	}
	switch a, b := x.(type) {
	}
	switch x.(type) {
	case a := 1:
	}
}
