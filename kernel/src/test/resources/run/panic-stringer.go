package main

import "fmt"

type s struct{ n int }

func (x s) String() string { return fmt.Sprint("s", x.n) }

type e struct{}

func (e) Error() string { return "the error" }

func main() {
	defer func() {
		recover()
		panic(e{})
	}()
	panic(s{5})
}
