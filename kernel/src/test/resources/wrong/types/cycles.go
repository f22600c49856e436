package main

type A struct {
	a A
}

type B struct {
	c C
}
type C struct {
	b B
}

type D [2]D
type E E
type F G
type G F
type H = H
type I interface{ I }
type J interface{ K }
type K interface{ J }
type L []L
type M struct{ m *M }
type N [len(n)]int

var n N

func main() {
}
