package main

import "runtime"

type node struct {
	id   int
	name string
}

func (n *node) String() string { return n.name }

type pointer *node

func main() {
	n := &node{id: 1}
	println(n.id)
	// *node has methods: for this check it is named, as pointer is.
	runtime.SetFinalizer(n, func(pointer) {})
	println("not reached")
}
