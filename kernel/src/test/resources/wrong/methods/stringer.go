package main

import "fmt"

type T struct{}

func (t T) String() int { return 1 }

type U struct{}

func (u *U) String() string { return "" }

func show(s fmt.Stringer) {}

func main() {
	show(T{})
	show(U{})
	show(&U{})
	var s fmt.Stringer = 1
	fmt.Println(s.String(1))
	s.string()
}
