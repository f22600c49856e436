package main

func main() {
	_ = [2]int{1, 2, 3}
	_ = [2]int{5: 1}
	_ = [3]int{0: 1, 0: 2}
	_ = [3]int{"a", 1.5, nil}
	_ = []int{"a"}
	_ = []int{-1: 2}
	_ = []int{1.5: 2}
	_ = []int{2: 1, 1, 3: 4}
	_ = [...]string{1, 2}
	_ = [2]int{1: 1, 2}
	_ = []string{1: "a", "b", 1: "c"}
	n := 1
	_ = []int{n: 1}
	_ = []int{"a": 1}
	_ = []int{x: 1}
	_ = [][]int{{1}, {"a"}, 3}
	_ = [0]int{1}
}
