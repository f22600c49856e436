package main

type adder interface{ add(int) }
type C struct{ n int }

func (c *C) add(k int) { c.n += k }

func one(p, q int) {
	c := &C{}
	var a adder = c
	a.add(1)
	defer a.add(2)
	go a.add(3)
	x := 1
	_ = x
	go a.add(4)
	for i := range 3 {
		defer a.add(i)
	}
	defer adder(&C{}).add(5)
	go adder(c).add(6)
}

func main() {}
