package main

func main() {
	var a int = "x"
	var b string = 1
	var c float64 = "y"
	var d bool = 0
	var e int = 1.5
	var f int = nil
	var g []int = [3]int{}
	var h [2]int = [3]int{1, 2, 3}
	var i byte = 'x' + "y"
	_, _, _, _, _, _, _, _, _ = a, b, c, d, e, f, g, h, i
}
