package main

import "fmt"

type point struct{ x, y int }

type rect struct {
	min, max point
	name     string
}

type mixed struct {
	a bool
	b int64
	c bool
	d int16
	e float32
	f [3]uint8
}

type inner struct{ n int }

func (i inner) show() string  { return fmt.Sprint("inner ", i.n) }
func (i *inner) inc()         { i.n++ }

type outer struct {
	inner
	*point
	extra string
}

func (r rect) area() int { return (r.max.x - r.min.x) * (r.max.y - r.min.y) }

func (r *rect) move(dx, dy int) {
	r.min.x += dx
	r.min.y += dy
	r.max.x += dx
	r.max.y += dy
}

func mk(n int) rect { return rect{point{n, n}, point{2 * n, 3 * n}, "r"} }

func main() {
	p := point{1, 2}
	q := p
	q.x = 10
	fmt.Println(p, q, p == q, p == point{1, 2}, p != q)
	r := rect{min: p, max: point{y: 5, x: 4}}
	r.move(1, 1)
	fmt.Println(r, r.area(), mk(3).area(), mk(2).max.y)
	pr := &r
	pr.name = "moved"
	pr.max = q
	fmt.Println(*pr, pr.area(), (*pr).min)
	m := mixed{true, 1 << 40, true, -5, 1.5, [3]uint8{1, 2, 3}}
	m2 := m
	m2.f[1] = 77
	m2.d--
	m2.c = false
	fmt.Println(m, m2, m == m2)
	o := outer{inner{5}, &p, "e"}
	o.inc()
	o.x++
	fmt.Println(o.n, o.x, o.y, o.show(), o.inner.show(), p)
	anon := struct {
		a int
		b string
	}{7, "seven"}
	fmt.Println(anon, anon.b)
	var e struct{}
	fmt.Println(e, e == struct{}{})
	ps := []point{{1, 2}, {3, 4}}
	ps[1].x = 30
	for _, s := range ps {
		s.x = 0
	}
	for i := range ps {
		ps[i].y *= 2
	}
	fmt.Println(ps)
	arr := [2]rect{mk(1), mk(2)}
	arr[1].min.x = 9
	k := 1
	arr[k].max.y += 100
	fmt.Println(arr)
	fmt.Printf("%v %+v\n", p, r)
	swap := struct{ a, b point }{point{1, 1}, point{2, 2}}
	swap.a, swap.b = swap.b, swap.a
	fmt.Println(swap)
}
