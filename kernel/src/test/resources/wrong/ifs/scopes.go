package main

func f() (int, error) { return 1, nil }

func main() {
	if x, err := f(); err != nil {
		println(x)
	} else if y := x + "a"; y {
		println(y, z)
	} else {
		err = 1
	}
	println(x, err)
	if x := f(); x > 1 {
	}
	if f() {
	}
	if 1 == 1.5 {
	}
	if y := 1; y == nil {
	}
}
