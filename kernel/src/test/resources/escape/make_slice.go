package main

func mk(n int) int {
	s := make([]int, n)
	return len(s)
}
func mk2() []int { return make([]int, 3) }
func mk3() int {
	s := make([]byte, 65536)
	t := make([]byte, 65537)
	return len(s) + len(t)
}
func mk4(n int) int {
	s := make([]struct{}, n)
	m := make([]int, 2, n)
	return len(s) + len(m)
}
func mk5() int {
	n := 8
	k := n
	s := make([]int, k, 20)
	t := make([]int, 2, n)
	l := []int{1, 2, 3}
	u := make([]int, len(l))
	n2 := -1
	_ = n2
	return len(s) + len(t) + len(u)
}

func main() {}
