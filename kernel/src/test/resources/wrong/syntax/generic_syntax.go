package main

func f[]() {}

type T[P any,] struct{}

func (t T[P]) m[Q any]() {}

func main() {
	var x T[]
}
