package main

type point struct{ x, y int32 }

type body struct {
	pos  [3]float64
	mass float64
	at   point
	name string
}

func (b *body) move(d float64) {
	b.pos[0] += d
	b.at.x++
}

func copied(b body) body {
	b.at, b.name = point{1, 2}, b.name[1:]
	return b
}

func nth(bs []body, i, k int) float64 {
	return bs[i].pos[k] * bs[i].mass
}

func local(i int) int32 {
	var ps [4]point
	ps[i].y = 7
	p := ps[i]
	return p.x + p.y
}

func main() {
	b := body{name: "b"}
	b.move(1)
	println(copied(b).at.y, local(1))
}
