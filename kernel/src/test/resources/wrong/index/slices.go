package main

func main() {
	a := [5]int{}
	s := []int{1}
	str := "hello"
	_ = a[3:2]
	_ = a[0:6]
	_ = a[-1:]
	_ = a[:1.5]
	_ = s[2:1]
	_ = s["a":]
	_ = s[:nil]
	_ = str[3:1]
	_ = "abc"[0:9]
	_ = str[0:1:2]
	_ = a[1:3:2]
	_ = a[0:2:9]
	_ = [3]int{1, 2, 3}[:]
	_ = s[1:2:1]
	_ = s[0 : 1<<70]
	var x int = s[1:]
	var y []int = a[1]
	s[0:1] = nil
	_, _ = x, y
}
