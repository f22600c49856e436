package main

import "fmt"

func main() {
	m := map[int]string{}
	for i := 0; i < 20; i++ {
		m[i] = fmt.Sprint("v", i)
	}
	seen := make([]bool, 20)
	for k, v := range m {
		if seen[k] || v != fmt.Sprint("v", k) {
			fmt.Println("bad", k, v)
		}
		seen[k] = true
		if k%3 == 0 {
			delete(m, k)
		}
	}
	all := true
	for _, s := range seen {
		all = all && s
	}
	fmt.Println(all, len(m))
	added := 0
	for k := range m {
		if k < 100 {
			m[k+100] = "new"
			added++
		}
	}
	fmt.Println(len(m), added)
	fmt.Println(map[string]int{"b": 2, "a": 1, "c": 3})
	keys := 0
	for range m {
		keys++
	}
	fmt.Println(keys == len(m))
	for k := range map[string]bool{"only": true} {
		fmt.Println(k)
	}
}
