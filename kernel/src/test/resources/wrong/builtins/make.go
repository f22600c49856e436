package main

func main() {
	_ = make()
	_ = make(int)
	_ = make([]int)
	_ = make([]int, -1)
	_ = make([]int, 1.5)
	_ = make([]int, "a")
	_ = make([]int, 5, 2)
	_ = make([]int, 1, 2, 3)
	_ = make([3]int)
	_ = make(map[string]int, "a")
	_ = make(map[string]int, 1, 2)
	_ = make(string)
	_ = make(5)
	_ = make([]int, nil)
	make([]int, 1)
	_ = make(*[]int, 1)
	_ = make(struct{})
	_ = make([]int, 1<<63)
	n := 1.5
	_ = make([]int, n)
	_ = make([]int, 10.0)
	_ = make(map[string]int, -1)
	_ = make(chan int, "a")
}
