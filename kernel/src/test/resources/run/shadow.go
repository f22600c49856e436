package main

import "fmt"

var x = "package"

func f() (x int, err error) {
	x = 1
	if x := 2; x > 1 {
		x++
		fmt.Println("if", x)
	}
	{
		x := "inner"
		fmt.Println(x)
	}
	for x := 0; x < 2; x++ {
		x := x * 10
		fmt.Println("for", x)
	}
	switch x := interface{}(x).(type) {
	case int:
		x += 100
		fmt.Println("switch", x)
	}
	func() {
		x := x + 5
		x++
		fmt.Println("func", x)
	}()
	y, err := 3, fmt.Errorf("e")
	_ = y
	return
}

func g(x string) string {
	{
		x := len(x)
		fmt.Println(x)
	}
	x += "!"
	return x
}

func main() {
	fmt.Println(x)
	fmt.Println(f())
	fmt.Println(g("abc"))
	true := false
	fmt.Println(true, !true)
	len := func(s string) int { return 42 }
	fmt.Println(len("x"))
	string := 5
	fmt.Println(string)
	a, b := 1, 2
	{
		a, c := 10, 20
		b, c = c, b
		fmt.Println(a, b, c)
	}
	fmt.Println(a, b)
}
