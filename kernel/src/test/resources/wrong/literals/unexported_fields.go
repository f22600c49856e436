package main

import "errors"

type T struct{ a int }

func main() {
	e := errors.New("x")
	_ = e.s
	_ = e.Error
	var t T
	t.A = 1
	_ = t.b
	_ = T{A: 1}
	_ = t.a.b
	_ = t.a.c()
}
