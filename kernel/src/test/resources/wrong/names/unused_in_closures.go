package main

func main() {
	f := func() {
		x := 1
	}
	f()
	y := 0
	g := func() {
		y = 1
	}
	g()
	func(p int) {
		q := p
	}(1)
}
