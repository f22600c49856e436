package main

func f(a int, b string, c float64, d []int) {}

func main() {
	f("a", 1, true, nil)
	f(1.5, "b", 2, []string{})
	f(nil, nil, nil, nil)
	var x int64
	f(x, string(x), x, [2]int{1, 2})
	f(1, 'a', 1, []int{})
}
