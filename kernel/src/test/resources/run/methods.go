package main

import "fmt"

type counter struct{ n int }

func (c *counter) inc() *counter { c.n++; return c }
func (c counter) get() int       { return c.n }

type celsius float64

func (c celsius) f() float64       { return float64(c)*9/5 + 32 }
func (c *celsius) warm(by celsius) { *c += by }

type names []string

func (n names) join(sep string) (s string) {
	for i, x := range n {
		if i > 0 {
			s += sep
		}
		s += x
	}
	return
}
func (n *names) add(s string) { *n = append(*n, s) }

type fn func(int) int

func (f fn) twice(x int) int { return f(f(x)) }

type tree struct {
	l, r *tree
	v    int
}

func (t *tree) insert(v int) *tree {
	if t == nil {
		return &tree{v: v}
	}
	if v < t.v {
		t.l = t.l.insert(v)
	} else {
		t.r = t.r.insert(v)
	}
	return t
}

func (t *tree) walk(f func(int)) {
	if t == nil {
		return
	}
	t.l.walk(f)
	f(t.v)
	t.r.walk(f)
}

func (t *tree) depth() int {
	if t == nil {
		return 0
	}
	return 1 + max(t.l.depth(), t.r.depth())
}

type base struct{ id int }

func (b *base) setID(i int) { b.id = i }
func (b base) describe() string { return fmt.Sprint("base#", b.id) }

type derived struct {
	*base
	name string
}

func (d derived) describe() string { return d.name + ":" + d.base.describe() }

func main() {
	var c counter
	c.inc().inc().inc()
	fmt.Println(c.get(), (&c).get())
	t := celsius(100)
	t.warm(10)
	fmt.Println(t.f(), t)
	var n names
	n.add("a")
	n.add("b")
	n.add("c")
	fmt.Println(n.join("-"), len(n))
	fmt.Println(fn(func(x int) int { return x * 3 }).twice(2))
	var root *tree
	for _, v := range []int{5, 2, 8, 1, 9, 3} {
		root = root.insert(v)
	}
	root.walk(func(v int) { fmt.Print(v, " ") })
	fmt.Println(root.depth())
	d := derived{&base{1}, "d"}
	d.setID(7)
	fmt.Println(d.describe(), d.id)
	// method values and expressions
	inc := c.inc
	inc()
	inc()
	get := c.get
	c.inc()
	fmt.Println(get(), c.get(), counter.get(c), (*counter).get(&c), (*counter).inc(&c).n)
	m := map[string]func() int{"get": c.get}
	fmt.Println(m["get"]())
	walk := root.walk
	s := 0
	walk(func(v int) { s += v })
	fmt.Println(s, celsius.f(0), names.join(names{"x", "y"}, "+"))
	cs := []counter{{1}, {2}}
	for i := range cs {
		cs[i].inc()
	}
	cs[0].inc()
	fmt.Println(cs)
	pm := map[string]*counter{"a": {}}
	pm["a"].inc()
	fmt.Println(pm["a"].n)
}
