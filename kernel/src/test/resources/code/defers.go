package main

func risky(xs []int, i int) (v int, ok bool) {
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	v = xs[i]
	return v, true
}

func all(n int) {
	for i := range n {
		defer println(i)
	}
}

func main() {
	v, ok := risky([]int{1}, 3)
	println(v, ok)
	all(2)
}
