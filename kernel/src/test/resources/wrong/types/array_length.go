package main

var n = 3

func main() {
	var a [n]int
	var b [-1]int
	var c [1.5]int
	var d ["a"]int
	var e [...]int
	var f [1 << 62]int
	var g [nil]int
	var h [len("abc")]int
	var i [3.0]int
	var j [true]int
	k := [...]int{1, 2}
	var l []int = [...]int{1}
	_, _, _, _, _, _, _, _, _, _, _, _ = a, b, c, d, e, f, g, h, i, j, k, l
}
