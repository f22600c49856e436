package main

type shape interface{ area() int }
type sq int

func (s sq) area() int { return int(s) }

func main() {
	var s shape = sq(3)
	println(s.(sq).area())
	var x any = s
	println(x.(interface{ perimeter() int }).perimeter())
}
