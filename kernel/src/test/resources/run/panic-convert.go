package main

func main() {
	s := []int{1, 2, 3}
	a := [2]int(s)
	println(a[0], a[1])
	p := (*[4]int)(s)
	println(p[3])
}
