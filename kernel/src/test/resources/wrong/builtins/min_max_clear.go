package main

func main() {
	_ = min()
	_ = max(1, "a")
	_ = min("a", "b", 3)
	_ = max(1, 2.5)
	var i int = max(1, 2.5)
	_ = min(true, false)
	_ = max([]int{1}, []int{2})
	n, f := 1, 1.5
	_ = min(n, f)
	min(1, 2)
	clear(n)
	clear()
	clear([]int{}, 1)
	clear("abc")
	clear([3]int{})
	x := clear(map[string]int{})
	_ = max(nil)
	_ = min(1, nil)
	_, _ = i, x
}
