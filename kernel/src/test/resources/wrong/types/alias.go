package main

type A = B
type B = A
type C = int
type D = undefined

func (C) m() {}

func main() {
	var x C = "a"
	_ = x
}
