package main

func main() {
	x := 1
	y := 1.5
	var p *int = x
	var q *int = &y
	var r int = &x
	var s **int = &x
	p = &p
	p = 0
	p = q + 1
	*p = "a"
	*x = 1
	_, _ = r, s
}
