package main

import "fmt"

type Node struct {
	left, right *Node
	key         int
}

func (n *Node) insert(k int) *Node {
	if n == nil {
		return &Node{key: k}
	}
	if k < n.key {
		n.left = n.left.insert(k)
	} else {
		n.right = n.right.insert(k)
	}
	return n
}
func (n *Node) walk(f func(int)) {
	if n != nil {
		n.left.walk(f)
		f(n.key)
		n.right.walk(f)
	}
}
func (n *Node) min() *Node {
	for n.left != nil {
		n = n.left
	}
	return n
}
func main() {
	var root *Node
	for _, k := range []int{5, 2, 8} {
		root = root.insert(k)
	}
	sum := 0
	root.walk(func(k int) { sum += k })
	fmt.Println(sum, root.min().key)
}
