package main

// Variables, pointers, closures, method values and deferred calls: what escapes and what it takes.

type node struct {
	value int
	next  *node
}
type tree struct{ left, right *tree }
type shape interface{ area() int }
type square struct{ side int }
type rect struct{ a, b, c, d int }

func (s square) area() int       { return s.side * s.side }
func (r *rect) area() int        { return r.a * r.b }
func (r rect) sum(n int) int     { return r.a + r.b + n }
func (n *node) push(v int) *node { return &node{v, n} }

var sink *int
var sinkF func() int
var sinkN *node
var shapes []shape
var thousand = 1000

func look(p *int) int   { return *p }
func keep(p *int)       { sink = p }
func same(p *int) *int  { return p }
func call(f func()) int { f(); return 1 }
func result() *int      { x := 5; return &x }
func value() node       { return node{value: 1} }

func locals() {
	x := 1
	p := &x
	*p = 2
	println(look(p), look(&x), *same(&x))
}

func kept() {
	x := 1
	keep(&x)
	y := new(int)
	keep(y)
	keep(result())
}

func pointers() {
	n := &node{value: 1}
	m := &node{2, n}
	println(m.next.value)
}

func list() {
	var head *node
	for i := 0; i < 10; i++ {
		head = &node{i, head}
	}
	sinkN = head
}

func listLocal() {
	var head *node
	for i := 0; i < 10; i++ {
		head = &node{i, head}
	}
	println(head.value)
}

func pushed() {
	var head *node
	for i := 0; i < 10; i++ {
		head = head.push(i)
	}
	println(head.value)
}

func build(n int) *tree {
	if n == 0 {
		return nil
	}
	return &tree{build(n - 1), build(n - 1)}
}

func trees() {
	println(build(6) != nil)
}

func values() {
	n := value()
	m := n
	m.value = 3
	println(n.value, m.value)
}

func closures() {
	x := 1
	f := func() { x++ }
	f()
	println(call(f), call(func() { x += 2 }), x)
}

func counter() func() int {
	n := 0
	return func() int {
		n++
		return n
	}
}

func closuresKept() {
	c := counter()
	c()
	println(c())
	y := thousand
	sinkF = func() int { return y }
	sinkF = func() int { return 1 }
	z := thousand
	z++
	sinkF = func() int { return y + z }
	sinkF = func() int { z++; return z }
}

func perIteration() {
	var fs []func() int
	for i := 0; i < 4; i++ {
		fs = append(fs, func() int { i++; return i })
	}
	println(fs[3]())
}

func methodValues() {
	r := rect{1, 2, 3, 4}
	f := r.sum
	println(f(1))
	sinkF = square{3}.area
	sinkF = (&rect{}).area
	g := rect.sum
	println(g(r, 2))
}

func interfaces() {
	var s shape = square{thousand}
	println(s.area())
	s = &rect{a: 2, b: 3}
	println(s.area())
}

func interfacesKept() {
	shapes = nil
	shapes = append(shapes, square{2}, square{thousand}, &rect{})
	println(len(shapes))
}

func deferred() {
	defer println("last")
	x := 1
	defer func() { println(x) }()
	x = 2
}

func freshDeferredInLoop() {
	for i := 0; i < 10; i++ {
		defer func() { println(i) }()
	}
}

func nineDefers() {
	f := func() {}
	defer f()
	defer f()
	defer f()
	defer f()
	defer f()
	defer f()
	defer f()
	defer f()
	defer f()
}

func conditional() {
	if thousand > 5 {
		defer println("conditional")
	}
}

func recovered() {
	defer func() { println(recover() != nil) }()
	panic("text")
}

func recoveredIndex() {
	defer func() { println(recover() != nil) }()
	a := []int{1}
	println(a[thousand])
}

func recoveredNil() {
	defer func() { println(recover() != nil) }()
	var n *node
	println(n.value)
}

func recoveredDivision() {
	defer func() { println(recover() != nil) }()
	println(1 / (thousand - 1000))
}

func recoveredAssertion() {
	defer func() { println(recover() != nil) }()
	var a any = thousand
	println(a.(string))
}

func arrays() {
	var a [100]int
	b := a
	p := &b
	p[3] = 4
	println(a[3], b[3])
	for _, v := range b[:5] {
		print(v, " ")
	}
	println()
}

func parameters(a int, b [4]int, c *node) *int {
	b[0] = a
	return &b[0]
}

func movedParameter() {
	println(*parameters(1, [4]int{}, nil))
}

func loopVariable() {
	for i := 0; i < 5; i++ {
		if i == 3 {
			keep(&i)
		}
	}
	for i := range 5 {
		if i == 3 {
			keep(&i)
		}
	}
}

func namedResult() (n int) {
	defer func() { n++ }()
	return 4
}

func namedResults() {
	println(namedResult())
}

func escapingResult() (n int) {
	keep(&n)
	return 4
}

func escapingResults() {
	println(escapingResult())
}

func recursive() {
	var fib func(int) int
	fib = func(n int) int {
		if n < 2 {
			return n
		}
		return fib(n-1) + fib(n-2)
	}
	println(fib(10))
}
