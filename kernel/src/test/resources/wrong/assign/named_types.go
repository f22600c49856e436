package main

type Celsius float64
type Fahrenheit float64
type ID int
type IDs []ID

func main() {
	var c Celsius = 1
	var f Fahrenheit = c
	c = f
	c = 2.5
	var x float64 = c
	var i ID = 5
	var n int = i
	i = n
	var ids IDs = []ID{1}
	var ints IDs = []int{1}
	_ = c + f
	_, _, _ = x, ids, ints
}
