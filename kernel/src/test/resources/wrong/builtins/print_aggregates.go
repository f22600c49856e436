package main

import "time"

type point struct{ x, y int }
type row [3]int

//go:noinline
func show(p *point, r row) {
	println(p.x, r[1], p)
	println("point", *p)
	print(r, r)
	print([2]string{})
}

func main() {
	var r row
	show(&point{}, r)
	println(point{1, 2}, time.Time{})
	defer println(point{})
	for range 2 {
		println([0]byte{})
	}
}
