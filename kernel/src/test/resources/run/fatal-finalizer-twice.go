package main

import "runtime"

type node struct {
	id   int
	name string
}

func main() {
	n := &node{id: 1}
	println(n.id)
	runtime.SetFinalizer(n, func(*node) {})
	runtime.SetFinalizer(n, func(any) {})
	println("not reached")
}
