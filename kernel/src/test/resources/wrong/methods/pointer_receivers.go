package main

type Counter struct{ n int }

func (c *Counter) Inc()    { c.n++ }
func (c Counter) Get() int { return c.n }

type Incer interface{ Inc() }

func make1() Counter { return Counter{} }

func main() {
	Counter{}.Inc()
	make1().Inc()
	m := map[string]Counter{}
	m["a"].Inc()
	m["a"].n++
	var i Incer = Counter{}
	c := Counter{}
	c.Inc()
	p := &c
	p.Get()
	pp := &p
	pp.Inc()
	pp.n = 1
	_ = Counter.Inc
	_ = (*Counter).Get
	_ = Counter.Get(p)
	const k = 5
	k.Inc()
	_ = i
}
