package main

func main() {
	n := 1
	_ = len(n)
	_ = len()
	_ = len("a", "b")
	_ = len(nil)
	_ = len(1.5)
	_ = cap("a")
	_ = cap(map[string]int{})
	_ = cap(n)
	_ = len(&n)
	_ = len(&[3]int{})
	_ = len(&[]int{})
	_ = len(main)
	len("abc")
	x := len
	_ = len(struct{}{})
	var s string = len("a")
	_ = cap([]int{}, 1)
	_, _ = x, s
}
