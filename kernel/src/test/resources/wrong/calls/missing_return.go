package main

func a() int {
}

func b(x int) int {
	if x > 0 {
		return 1
	}
}

func c(x int) int {
	for x < 3 {
		return 1
	}
}

func d(x int) int {
	switch x {
	case 1:
		return 1
	}
}

func e(x int) int {
	switch x {
	case 1:
		return 1
	default:
		break
	}
}

func f() int {
	for {
		break
	}
}

func g() (x int) {
}

func h(xs []int) int {
	for range xs {
		return 1
	}
}

func ok(x int) int {
	for {
	}
}

func ok2(x int) int {
	if x > 0 {
		return 1
	} else {
		panic("x")
	}
}

func i() int {
L:
	for {
		for {
			break L
		}
	}
}

func main() {
	_ = func() int {}
	_ = func() int { println(1) }
}
