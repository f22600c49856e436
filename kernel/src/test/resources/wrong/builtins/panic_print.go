package main

func main() {
	panic()
	panic(1, 2)
	x := panic("a")
	recover(1)
	recover()
	y := print("a")
	println(main)
	println(nil)
	print([]int{1})
	println(struct{}{})
	var s string = recover()
	z := println
	panic
	_, _, _, _ = x, y, s, z
}
