package main

func deaf(yield func(int) bool) {
	for i := 0; i < 3; i++ {
		yield(i)
	}
}

func main() {
	for x := range deaf {
		println(x)
		break
	}
}
