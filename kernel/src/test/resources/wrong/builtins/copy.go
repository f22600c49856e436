package main

func main() {
	s := []int{1}
	copy(s)
	copy(s, []string{"a"})
	copy(s, 1)
	copy("a", s)
	copy()
	copy(s, s, s)
	copy([]byte{}, "abc")
	copy([]rune{}, "abc")
	a := [2]int{}
	copy(a, s)
	copy(a[:], s)
	var n string = copy(s, s)
	copy(nil, s)
	copy(s, nil)
	_ = n
}
