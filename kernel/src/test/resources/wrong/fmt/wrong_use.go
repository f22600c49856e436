package main

import "fmt"

func main() {
	fmt.Println = nil
	x := fmt.Println("a")
	n, err, z := fmt.Println("a")
	s := fmt.Sprint(1) + 1
	var t int = fmt.Sprintf("%d", 1)
	fmt.Printf(1, "a")
	fmt.Printf()
	fmt.Println(undefined)
	fmt.Println(fmt)
	fmt.Println(int)
	fmt.Println(fmt.Println())
	fmt.Println(x, n, err, z, s, t)
	var st fmt.Stringer = fmt.Println
	st.Foo()
	fmt.Println(nil, main, 1<<70)
}
