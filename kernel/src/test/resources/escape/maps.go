package main

type T struct{ a, b int }
func m1() {
	m := map[string]*T{}
	t := T{}
	m["x"] = &t
}
func m2() map[string]T {
	m := make(map[string]T)
	m["a"] = T{}
	return m
}
func m3(k *int, v *T) {
	m := map[*int]*T{k: v}
	for a, b := range m {
		_, _ = a, b
	}
	delete(m, k)
	clear(m)
}
func m4(m map[string]*T) *T { return m["a"] }
func m5(m map[string][]*T, s string) []*T {
	v, ok := m[s]
	if ok {
		return v
	}
	return m[s+"x"]
}
func m6(n int) int {
	m := make(map[int]int, n)
	m[1]++
	m[2] += 3
	return len(m)
}
func m7(b []byte, m map[string]int) int { return m[string(b)] }

func main() {}
