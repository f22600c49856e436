package main

func none() {
	return 1
}

func one() int {
	return
}

func one2() int {
	return 1, 2
}

func two() (int, string) {
	return 1
}

func two2() (int, string) {
	return two()
}

func two3() (int, string) {
	return "a", 1
}

func three() (int, int, int) {
	return two()
}

func named() (a, b int) {
	return 1
}

func named2() (a, b int) {
	{
		a := 1
		_ = a
		return
	}
}

func main() {
	return 0
}
