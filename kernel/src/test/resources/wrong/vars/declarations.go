package main

var a, b int = 1
var c, d = 1, 2, 3
var e int = "x"
var f string = e
var g = undefined
var h [3]int = [4]int{}
var (
	i int = j
	j string = "a"
)
var k = l + m
var l, m = 1, "x"
var n = func() int { return "a" }()
var o, p = two()
var q int = two()

func two() (int, string) { return 1, "" }

func main() {
	var r int = o + p
}
