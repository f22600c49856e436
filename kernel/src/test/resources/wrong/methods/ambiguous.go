package main

type L struct{}
type R struct{}

func (L) Name() string { return "L" }
func (R) Name() string { return "R" }

type Both struct {
	L
	R
}

type Named interface{ Name() string }

func main() {
	var b Both
	println(b.Name())
	var n Named = b
	println(b.L.Name(), n)
	f := b.Name
	_ = Both.Name
}
