package main

type S struct{ a []int }
type F func()

func main() {
	var a map[[]int]string
	var b map[map[string]int]int
	var c map[func()]int
	var d map[S]int
	var e map[F]bool
	var f map[[2][]int]int
	var g map[any]int
	var h map[struct{ x int }]int
	_ = map[[]string]int{}
	_ = make(map[S]S)
	_, _, _, _, _, _, _, _ = a, b, c, d, e, f, g, h
}
