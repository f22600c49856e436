package main

func main() {
	x := ) ( ] y := { ; z
	a b c d
	if if if
}
