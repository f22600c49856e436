package main

type pair struct {
	p *int
	n int
}

type svc struct {
	in  chan *pair
	out chan []int
	f   func()
}

type runner interface{ run(*int) }

func (s *svc) run(p *int) { *p++ }

func (s svc) val(n int) int { return n }

var sink any

func use(p *int)           { *p = 1 }
func keep(p *int)          { sink = p }
func list(xs ...int)       { _ = xs }
func anys(xs ...any)       { _ = xs }
func ret() (int, *int)     { x := 1; return x, &x }
func two(a int, p *int)    { _, _ = a, p }
func big(a [100]int) int   { return a[0] }
func str(s string) int     { return len(s) }
func gen(f func() int) int { return f() }

func statics() {
	x, y := 1, 2
	go use(&x)
	go keep(&y)
	go list(1, 2, 3)
	go anys(x, "s", y)
	go two(ret())
	go big([100]int{})
	go str("lit")
	go str(string([]byte{1}))
	z := 3
	go gen(func() int { return z })
}

func methods(s *svc, r runner, w svc) {
	n, m, k := 1, 2, 3
	go s.run(&n)
	go r.run(&m)
	go w.val(k)
	f := s.run
	go f(&k)
	g := (*svc).run
	go g(s, &m)
	h := runner.run
	go h(r, &n)
	go w.f()
	t := svc{}
	go t.val(1)
	go (&t).run(&k)
}

func closures() {
	a, b, c := 1, 2, 3
	go func() { a++ }()
	go func(n int) { b = n + c }(c)
	go func(p *int) { *p = 1 }(&b)
	var wg, out = 0, make(chan int)
	for i := 0; i < 3; i++ {
		go func() { wg += i; out <- i }()
	}
	for i := range 3 {
		j := i
		go func() { out <- j }()
	}
	func() {
		d := 4
		go func() { d++ }()
	}()
	e := 5
	defer func() { go func() { e++ }() }()
}

func builtins(c chan int, m map[string]*int, s []int) {
	x := 7
	go close(c)
	go delete(m, "k")
	go copy(s, []int{1, 2})
	go print(x, "s")
	go println(&x)
	go clear(m)
	go panic(x)
	go recover()
	go clear(s)
}

func sends() {
	x, y, z := 1, 2, 3
	c := make(chan *int)
	c <- &x
	d := make(chan *int, 4)
	d <- &y
	e := make(chan any)
	e <- z
	e <- &pair{}
	f := make(chan pair, 2)
	f <- pair{&z, 1}
	g := make(chan []int)
	g <- []int{1, 2}
	g <- make([]int, 3)
	h := make(chan string)
	h <- "a" + string([]byte{65})
	i := make(chan func())
	i <- func() { x++ }
	j := make(chan map[int]int)
	j <- map[int]int{}
	k := make(chan [2]*int)
	w := 9
	k <- [2]*int{&w, nil}
	l := make(chan chan int)
	l <- make(chan int)
	var r runner = &svc{}
	o := make(chan runner)
	o <- r
	o <- &svc{}
	p := make(chan error, 1)
	p <- myErr{1}
	q := make(chan struct{})
	q <- struct{}{}
}

type myErr struct{ n int }

func (m myErr) Error() string { return "e" }

func sendParam(c chan<- *int, p *int, q *int) { c <- p; *q = 1 }

func recvParam(c <-chan *int) *int { return <-c }

func recvOk(c <-chan *int) (*int, bool) {
	p, ok := <-c
	return p, ok
}

func rangeParam(c chan *pair) (last *pair) {
	for p := range c {
		last = p
	}
	return
}

func chanOf(n int) chan *int { return make(chan *int, n) }

func callers() {
	x, y := 1, 2
	c := chanOf(1)
	sendParam(c, &x, &y)
	p := recvParam(c)
	*p = 3
	q, _ := recvOk(c)
	*q = 3
	cp := make(chan *pair)
	rangeParam(cp).n++
}

func selects(a chan *int, b chan any, d chan []int) {
	x, y, z := 1, 2, 3
	var arr [4]*int
	select {
	case a <- &x:
	case b <- y:
	case d <- []int{z}:
	case p := <-a:
		*p = 1
	case arr[z] = <-a:
	case v, ok := <-b:
		sink = v
		_ = ok
	default:
	}
	select {
	case p := <-a:
		sink = p
	case b <- &z:
	}
	select {
	case <-a:
		w := 3
		a <- &w
	}
}

type node struct {
	ch   chan *node
	next *node
}

func nodes() {
	n := &node{ch: make(chan *node, 1)}
	n.ch <- n
	m := &node{}
	m.next = <-n.ch
	o := node{}
	p := &o
	p.next = m
}

func local() int {
	c := make(chan int, 1)
	x := 1
	c <- x
	p := &x
	*p += <-c
	s := []chan int{c, make(chan int)}
	m := map[string]chan int{"a": c}
	close(m["a"])
	return len(s) + cap(c) + len(c)
}

func loop() {
	for i := range 3 {
		c := make(chan int)
		x := new(int)
		*x = i
		go func() { c <- *x }()
		<-c
	}
	var f func(n int)
	f = func(n int) {
		if n > 0 {
			go f(n - 1)
		}
	}
	f(3)
	go func() {
		defer func() { recover() }()
		var p *int
		*p = 1
	}()
}

func main() {}
