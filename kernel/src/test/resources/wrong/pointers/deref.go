package main

type T struct{ next *T }

func main() {
	var p *int
	n := 1
	*n = 2
	**p = 3
	p = n
	p = *n
	*p = &n
	n = p
	n = *p + p
	if p == 0 {
	}
	if p == n {
	}
	if *p == nil {
	}
	t := T{}
	t.next = t
	t.next.next = *t.next
	t = t.next
	t.next = &t.next
	for t := &t; t; t = t.next {
	}
	_ = p.x
	_ = *undefined
	_ = *t
	_ = *main
}
