package main

func main() {
	a, b := 1, 2
	if a <> b {
	}
	if not a {
	}
	if a and b {
	}
	println(a === b)
}
