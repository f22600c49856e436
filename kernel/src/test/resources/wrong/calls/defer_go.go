package main

func f() {}

func main() {
	defer f
	defer 1
	defer int(1)
	defer len("a")
	defer append([]int{}, 1)
	go f
	go func() {}
	defer func() {}
	defer recover()
	defer panic("x")
	go println("a")
	defer f() + 1
	defer new(int)
	defer make([]int, 1)
	go copy([]int{}, []int{})
	defer f(1)
}
