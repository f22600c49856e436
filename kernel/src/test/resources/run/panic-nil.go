package main

import "fmt"

type list struct {
	next *list
	v    [3]int
}

func (l *list) third() int { return l.next.next.v[2] }

func main() {
	l := &list{next: &list{}}
	fmt.Println("before")
	fmt.Println(l.third())
}
