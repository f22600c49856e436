package main

func main() {
	s := []int{1}
	append(s, 1)
	s = append(s, "a")
	s = append()
	s = append(s, s)
	s = append(s, []string{"a"}...)
	s = append(1, 2)
	s = append(nil, 1)
	_ = append("a", "b")
	var t []string = append(s, 1)
	s = append(s, 1, 2...)
	s = append([]int{}, s...)
	b := append([]byte("a"), "b"...)
	s = append(s, 1.5)
	s = append(s, nil)
	a := [2]int{}
	s = append(a, 1)
	s := append(s, 2)
	_ = append(s...)
	_, _ = t, b
}
