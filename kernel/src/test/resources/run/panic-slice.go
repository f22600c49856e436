package main

func cut(s []int, i, j int) []int { return s[i:j] }

func main() {
	s := make([]int, 3, 5)
	println(len(cut(s, 1, 5)))
	println(len(cut(s, 4, 2)))
}
