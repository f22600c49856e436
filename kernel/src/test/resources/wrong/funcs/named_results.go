package main

func a() (n int, err error) {
	n = "x"
	err = 5
	return n
}

func b() (n int) {
	n := 5
	return
}

func c() (n int) {
	if true {
		n := "a"
		return n
	}
	return "b"
}

func d() (int, err error) {
	return 1, nil
}

func e() (n int) {
	func() {
		return n
	}()
	return
}

func main() {
}
