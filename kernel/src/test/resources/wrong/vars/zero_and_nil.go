package main

func main() {
	var a int = nil
	var b string = nil
	var c bool = nil
	var d [3]int = nil
	var e struct{} = nil
	var f float64 = nil
	var g []int = 0
	var h map[string]int = 0
	var i *int = 0
	var j func() = 0
	var k error = 0
	var l any = 0
	_, _, _, _, _, _ = a, b, c, d, e, f
	_, _, _, _, _, _ = g, h, i, j, k, l
}
