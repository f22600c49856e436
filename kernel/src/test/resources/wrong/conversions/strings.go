package main

func main() {
	n := 65
	var i64 int64 = 65
	s := string(n) + 1
	t := "a" + string(1.0)
	u := string(i64) + n
	v := string("a", "b")
	w := string(true)
	x := string([]string{"a"})
	y := []byte{"abc"}
	z := []rune{'a', "b"}
	_, _, _, _, _, _, _, _ = s, t, u, v, w, x, y, z
}
