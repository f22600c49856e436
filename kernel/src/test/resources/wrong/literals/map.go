package main

func main() {
	_ = map[string]int{"a": 1, "a": 2}
	_ = map[int]string{1: "a", 1: "b"}
	_ = map[string]int{1: 2}
	_ = map[string]int{"a": "b"}
	_ = map[string]int{"a"}
	_ = map[string]int{"a", 1}
	_ = map[bool]int{true: 1, true: 2}
	_ = map[float64]int{1: 1, 1.0: 2}
	_ = map[any]int{1: 1, "a": 2, 1: 3}
	_ = map[string][]int{"a": {1, "b"}}
	_ = map[string]int{nil: 1}
	_ = map[[2]int]string{{1, 2}: "a", {1, 2}: "b"}
	_ = map[rune]int{'a': 1, 97: 2}
}
