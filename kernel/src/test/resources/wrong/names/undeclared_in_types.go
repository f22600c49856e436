package main

type A struct {
	b B
	c []C
	d map[D]E
}

type F func(G) H

func f(x I) (y J) { return }

func (k K) m() {}

func main() {
}
