package main

type Node struct{ next *Node }

func nxt(n *Node) *Node { return n.next }
func nxt2(n *Node) *Node { return n.next.next }
func last(n *Node) *Node {
	for n.next != nil {
		n = n.next
	}
	return n
}

func main() {}
