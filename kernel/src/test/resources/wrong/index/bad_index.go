package main

func main() {
	a := [3]int{}
	s := []int{}
	str := "abc"
	i := 1.5
	_ = a[3]
	_ = a[-1]
	_ = a[1.5]
	_ = a["x"]
	_ = a[i]
	_ = a[true]
	_ = s[-1]
	_ = s[1.0]
	_ = s["a"]
	_ = s[nil]
	_ = str[-1]
	_ = "abc"[3]
	_ = "abc"[5]
	_ = str[1.5]
	_ = a[1<<70]
	_ = s[i]
	var u uint8 = 1
	_ = a[u]
	a[3] = 1
}
