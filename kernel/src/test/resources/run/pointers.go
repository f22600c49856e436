package main

import "fmt"

type node struct {
	val  int
	next *node
}

func push(head *node, v int) *node { return &node{v, head} }

func setAll(p *int, q **int) {
	*p = 5
	**q = 6
	*q = p
}

func newInt(n int) *int { return &n }

func main() {
	x, y := 1, 2
	p := &x
	q := &y
	pp := &q
	fmt.Println(*p, *q, **pp)
	setAll(p, pp)
	fmt.Println(x, y, *q == x, q == p)
	*p += 10
	*q++
	fmt.Println(x, y)
	var head *node
	for i := 0; i < 5; i++ {
		head = push(head, i*i)
	}
	sum := 0
	for n := head; n != nil; n = n.next {
		sum += n.val
		fmt.Print(n.val, " ")
	}
	fmt.Println(sum)
	// reverse
	var prev *node
	for n := head; n != nil; {
		n.next, prev, n = prev, n, n.next
	}
	for n := prev; n != nil; n = n.next {
		fmt.Print(n.val, " ")
	}
	fmt.Println()
	a := newInt(3)
	b := newInt(3)
	fmt.Println(a == b, *a == *b, *new(int), *new(string) == "")
	arr := [3]int{1, 2, 3}
	e := &arr[1]
	*e = 20
	s := arr[:]
	f := &s[2]
	*f = 30
	fmt.Println(arr, s)
	s = append(s, 4)
	*f = 300
	fmt.Println(arr, s)
	st := struct{ a, b int }{1, 2}
	pb := &st.b
	*pb = 22
	fmt.Println(st)
	var np *node
	fmt.Println(np == nil, head != nil)
	m := map[string]*node{"k": {val: 1}}
	m["k"].val = 42
	fmt.Println(m["k"].val)
	fn := func(n *node) { n.val = -1 }
	fn(m["k"])
	fmt.Println(m["k"].val, *m["k"])
}
