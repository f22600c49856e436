package main

func main() {
	m := map[string]int{}
	delete(m)
	delete(m, 1)
	delete(m, "a", "b")
	delete([]int{1}, 0)
	delete()
	x := delete(m, "a")
	delete(nil, 1)
	delete(m, nil)
	_ = delete(m, "a")
	delete(1, 2)
	_ = x
}
