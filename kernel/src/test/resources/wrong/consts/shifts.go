package main

func main() {
	a := 1 << -1
	b := 1 << 1.5
	c := 1.5 << 1
	d := "a" << 1
	var e float64 = 1 << 3
	s := 2
	var f float64 = 1 << s
	g := 1.0 << s
	var h int = 1.0 << s
	i := 1 << "x"
	j := 1 >> true
	k := uint8(1) << 8
	var l = make([]int, 1.0<<s)
	m := 1 << 1000
	n := s << 1000
	o := 1 << nil
	_, _, _, _, _, _, _, _ = a, b, c, d, e, f, g, h
	_, _, _, _, _, _, _ = i, j, k, l, m, n, o
}
