package main

func count(words []string) map[string]int {
	m := map[string]int{}
	for _, w := range words {
		m[w]++
	}
	return m
}

func main() {
	m := count([]string{"a", "b", "a"})
	if n, ok := m["a"]; ok {
		println(n, len(m))
	}
	for k, v := range m {
		if v == 1 {
			delete(m, k)
		}
	}
	println(len(m))
}
