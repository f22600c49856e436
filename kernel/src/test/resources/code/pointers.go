package main

type node struct {
	next *node
	val  int
}

func push(list *node, v int) *node {
	return &node{list, v}
}

func swap(p, q *int) { *p, *q = *q, *p }

func escapes() *int {
	n := 3
	return &n
}

func stays() int {
	n := 3
	p := &n
	*p++
	return n
}

var head *node

func main() {
	head = push(head, 1)
	a, b := 1, 2
	swap(&a, &b)
	println(*escapes(), stays(), a, head.val)
}
