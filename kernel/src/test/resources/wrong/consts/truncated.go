package main

func main() {
	var a int = 1.5
	b := int(2.7)
	var c uint8 = 3.999
	const d = 7.5
	var e int = d
	f := 10
	f = f + 0.5
	var g int = 5.0
	h := []int{1.5, 2.0}
	i := [2.5]int{}
	_ = "abc"[1.5]
	_, _, _, _, _, _, _ = a, b, c, e, g, h, i
}
