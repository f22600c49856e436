package main

func d() (int, err error) {
	return 1, nil
}

func e(a, b int, string) {}

func f(a int, []string) {}

func main() {
}
