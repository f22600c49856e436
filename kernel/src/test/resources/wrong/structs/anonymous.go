package main

func main() {
	a := struct{ x int }{1}
	b := struct{ x int }{2}
	c := struct{ y int }{3}
	a = b
	a = c
	a.z = 1
	d := struct {
		x int
		s string
	}{1}
	e := struct{ x int }{"a"}
	_ = a == c
	_ = struct{ x int }{x: 1, y: 2}
	_, _ = d, e
}
