package main

import "fmt"

type inner struct {
	vals [3]*int
	m    map[string]*inner
	self *inner
}

type outer struct {
	in  *inner
	arr [2]inner
	ps  []*outer
	fn  func(*outer) *inner
}

func triple(p ***int) { ***p *= 3; **p = new(int); ***p = 7 }

func first(o *outer) *inner { return &o.arr[0] }

func pick(b bool, x, y *int) *int {
	if b {
		return x
	}
	return y
}

type list struct{ head, tail *item }
type item struct {
	v    [2]int
	next *item
}

func (l *list) push(a, b int) {
	n := &item{v: [2]int{a, b}}
	if l.tail == nil {
		l.head = n
	} else {
		l.tail.next = n
	}
	l.tail = n
}

func (l *list) removeIf(f func(*item) bool) {
	for p := &l.head; *p != nil; {
		if f(*p) {
			*p = (*p).next
		} else {
			p = &(*p).next
		}
	}
}

func main() {
	x, y, z := 1, 2, 3
	o := outer{in: &inner{vals: [3]*int{&x, &y, nil}}, fn: first}
	o.in.vals[2] = &z
	*o.in.vals[1] += 40
	o.in.self = o.in
	o.in.self.self.self.vals[0] = o.in.vals[2]
	*o.in.vals[0]++
	fmt.Println(x, y, z, o.in.vals[0] == o.in.vals[2])
	o.in.m = map[string]*inner{"me": o.in}
	*o.in.m["me"].self.vals[1]--
	fmt.Println(y)
	o.ps = append(o.ps, &o, &outer{in: o.in})
	o.ps[0].ps[1].arr[1].vals[0] = &x
	*o.ps[1].arr[1].vals[0] = 100
	fmt.Println(x, o.ps[1].in == o.in, len(o.ps[0].ps))
	f := o.fn(&o)
	f.vals[2] = &y
	fmt.Println(*o.arr[0].vals[2], f == &o.arr[0])
	p := &x
	pp := &p
	triple(&pp)
	fmt.Println(x, *p, **pp, p == &x)
	*pick(true, &y, &z) = -1
	*pick(false, &y, &z) = -2
	fmt.Println(y, z)
	var l list
	for i := range 6 {
		l.push(i, i*i)
	}
	l.removeIf(func(n *item) bool { return n.v[0]%2 == 0 })
	for n := l.head; n != nil; n = n.next {
		fmt.Print(n.v, " ")
	}
	fmt.Println()
	arr := []outer{o, o}
	q := &arr[1].arr[1].vals[0]
	*q = &z
	**q = 55
	fmt.Println(z, arr[0].arr[1].vals[0] == *q)
	a := [3]int{1, 2, 3}
	pa := &a
	for i := range pa {
		e := &pa[i]
		*e *= *e
	}
	sl := pa[1:]
	sl[0], pa[2] = pa[2], sl[0]
	fmt.Println(a, len(pa), cap(sl))
	var np *outer
	defer func() { fmt.Println("recovered:", recover() != nil) }()
	fmt.Println(np.arr[1].vals[2])
}
