package main

func main() {
	m := map[string]int{}
	_ = m[1]
	_ = m[nil]
	_ = m['a']
	m[1] = 2
	m["a"] = "b"
	m["a"]++
	v, ok, x := m["a"]
	v2, ok2 := m[1]
	var s string = m["a"]
	n := map[int]map[string]bool{}
	n["a"]["b"] = 1
	n[1]["b"] = 1
	var i int
	i, ok3 := m["a"]
	if m["a"] {
	}
	_, _, _, _, _, _, _ = v, ok, x, v2, ok2, s, i
}
