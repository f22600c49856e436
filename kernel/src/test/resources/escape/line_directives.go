package main

import "fmt"

type pair struct{ a, b *int }

//line made.y:100
func keep(p *int, q pair) *int {
	return p
}

//line by/hand.y:20:5
func boxes(n int) any { /*line inner.y:3:9*/ s := make([]int, n); return s }

//line :7
func unnamed() func() int {
	x := 1
	return func() int { x++; return x }
}

//line :40:1
func same() (p *pair) {
	p = &pair{}; /*line far.y:2:200*/ p.a = new(int); /*line far.y:2:254*/ p.b = new(int)
/*line further.y:1:1*/                                                                                                                                                                                                                                       p.a = new(int)
                                                                                                                                                                                                                                       p.a = new(int);        p.b = new(int)
	return p
}

//line made.y:200
func main() {
	v := 3
	keep(&v, pair{})
	fmt.Println(boxes(2), unnamed()(), *same().a)
}
