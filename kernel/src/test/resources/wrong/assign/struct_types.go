package main

type A struct{ x int }
type B struct{ x int }
type C struct{ y int }

func main() {
	a := A{1}
	var b B = a
	var c C = C(a)
	b = B(a)
	var d struct{ x int } = a
	var e struct{ x string } = a
	a = d
	_, _, _ = b, c, e
}
