package main

func two() (int, int)       { return 1, 2 }
func none()                 {}
func three() (a, b, c string) { return }

func main() {
	a, b := 1
	c := 1, 2
	var d, e = 1
	var f, g int = 1, 2, 3
	h := two()
	i, j, k := two()
	l := none()
	var m int = none()
	n, o := three()
	_, _, _ = two()
	p, q := two(), 3
	var r int = two()
	_ = none()
}
