package main

func main() {
	x := 0
	x = 1
	y := 0
	y++
	y += 2
	var z any
	z = nil
	p := new(int)
	*p = 1
	s := struct{ a int }{}
	s.a = 1
	m := map[string]int{}
	m["a"] = 1
	a := [2]int{}
	a[0] = 1
}
