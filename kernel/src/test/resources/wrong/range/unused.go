package main

func main() {
	for i := range 3 {
	}
	for i, v := range []int{1} {
		_ = i
	}
	for k, v := range map[string]int{} {
		println(k)
	}
	for _, v := range "abc" {
	}
	x := 0
	for x = range 3 {
	}
}
