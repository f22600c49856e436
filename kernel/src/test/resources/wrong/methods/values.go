package main

type T struct{ n int }

func (t T) get() int     { return t.n }
func (t *T) set(n int)   { t.n = n }

func main() {
	t := T{}
	f := t.get
	var s string = f()
	g := t.set
	g("a")
	g()
	h := T.get
	h()
	h(&t)
	k := (*T).set
	k(t, 1)
	k(&t)
	t.get() = 5
	t.set = g
	x := t.set(1)
	_, _ = s, x
}
