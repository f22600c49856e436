package main

import "fmt"

type leaf struct {
	a [2]int
	s []int
	m map[string]int
	p *int
}
type branch struct {
	l, r leaf
	name string
}

func byValue(b branch) branch {
	b.l.a[0] = 100
	b.l.s[0] = 200
	b.l.m["x"] = 300
	*b.l.p = 400
	b.name = "copy"
	return b
}

func arrays(a [2]branch) (x [2]branch) {
	a[0], a[1] = a[1], a[0]
	x = a
	a[0].name = "lost"
	return
}

func ifaces(x interface{}) interface{} {
	b := x.(branch)
	b.l.a[1] = 77
	return b
}

type holder struct{ b branch }

func (h holder) get() branch   { h.b.name += "!"; return h.b }
func (h *holder) ref() *branch { return &h.b }

func main() {
	n := 1
	b := branch{l: leaf{a: [2]int{1, 2}, s: []int{3, 4}, m: map[string]int{}, p: &n}, name: "orig"}
	c := byValue(b)
	fmt.Println(b.l.a, b.l.s, b.l.m, n, b.name)
	fmt.Println(c.l.a, c.l.s, c.l.m, *c.l.p, c.name)
	ar := arrays([2]branch{b, c})
	fmt.Println(ar[0].name, ar[1].name)
	var i interface{} = b
	j := ifaces(i)
	fmt.Println(i.(branch).l.a, j.(branch).l.a)
	h := holder{b}
	fmt.Println(h.get().name, h.b.name)
	h.ref().name = "via ref"
	fmt.Println(h.b.name, b.name)
	m := map[int]branch{1: b}
	t := m[1]
	t.l.a[0] = -1
	fmt.Println(m[1].l.a, t.l.a)
	s := []branch{b, c}
	for _, e := range s {
		e.l.a[0] = 999
		e.l.s[1]++
	}
	fmt.Println(s[0].l.a, s[0].l.s)
	u := append([]branch(nil), s...)
	u[0].name = "u"
	u[0].l.s = nil
	fmt.Println(s[0].name, len(s[0].l.s))
	f := func() branch { b.name += "+"; return b }
	d := f()
	f()
	fmt.Println(d.name, b.name)
	x, y := b, b
	x.name, y.name = y.name+"y", x.name+"x"
	fmt.Println(x.name, y.name)
	g := [3][2]int{{1, 2}, {3, 4}}
	k := g
	row := g[1]
	row[0] = 50
	pr := &k[1]
	pr[1] = 60
	fmt.Println(g, k, row)
	ch := [2]func() int{}
	for idx := range ch {
		w := g[idx]
		ch[idx] = func() int { w[0]++; return w[0] }
	}
	fmt.Println(ch[0](), ch[0](), ch[1](), g)
}
