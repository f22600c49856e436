package main

type Shape interface {
	Area() int
	name() string
}

type Sq struct{ s int }

func (q Sq) Area() int    { return q.s * q.s }
func (q *Sq) grow()       { q.s++ }
func (q Sq) name() string { return "sq" }

type Box struct {
	*Sq
	label string
}

func use(s Shape) int {
	var e any = s
	if t, ok := e.(Shape); ok && t == s {
		return t.Area()
	}
	switch v := e.(type) {
	case nil:
		return 0
	case int, string:
		return 1
	case Sq:
		return v.s
	case Shape:
		return v.Area()
	}
	return e.(Sq).s
}

func main() {
	b := Box{&Sq{2}, "b"}
	b.grow()
	f := b.Area
	g := (*Sq).grow
	g(b.Sq)
	println(use(b), use(Sq{3}), f(), any(1000) == any(int8(1)))
}
