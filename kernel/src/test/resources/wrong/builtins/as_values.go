package main

func main() {
	f := len
	var g = append
	println(cap)
	h := []any{make}
	len = 1
	defer len("a")
	go append([]int{}, 1)
	x := len.y
	_ = len[int]
	_ = &new
	_, _, _, _ = f, g, h, x
}
