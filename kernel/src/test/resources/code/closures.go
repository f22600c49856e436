package main

func counter() func() int {
	n := 0
	return func() int {
		n++
		return n
	}
}

func each(xs []int, f func(int)) {
	for _, x := range xs {
		f(x)
	}
}

func main() {
	c := counter()
	c()
	sum := 0
	each([]int{1, 2}, func(x int) { sum += x * c() })
	println(sum)
}
