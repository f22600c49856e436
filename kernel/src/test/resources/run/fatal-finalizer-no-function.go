package main

import "runtime"

type node struct {
	id   int
	name string
}

func main() {
	n := &node{id: 1}
	println(n.id)
	runtime.SetFinalizer(n, 3)
	println("not reached")
}
