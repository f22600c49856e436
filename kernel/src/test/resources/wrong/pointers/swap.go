package main

func swap(a, b *int) {
	a, b = *b, *a
	*a, *b = b, a
	*a, *b = *b, *a
}

func reset(p *int) { p = 0 }

func getNum() *int {
	number := 7
	return number
}

func main() {
	x, y := 1, 2
	swap(x, y)
	swap(&x, y)
	swap(*x, *y)
	swap(&x)
	num := getNum()
	println(num + 1)
	println(*num + "a")
	var z int = getNum()
	reset(&5)
	_ = z
}
