package main

import "fmt"

type e struct{ n int }

func (x *e) Error() string { return fmt.Sprint("my error ", x.n) }

func main() {
	defer func() {
		r := recover()
		fmt.Println("got", r)
		panic(r)
	}()
	panic(&e{3})
}
