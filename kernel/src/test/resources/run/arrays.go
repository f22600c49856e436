package main

import "fmt"

type grid [3][4]int

func sum(a [5]int) int {
	t := 0
	for _, v := range a {
		t += v
	}
	a[0] = 1000
	return t
}

func fill(g *grid) {
	for i := range g {
		for j := range g[i] {
			g[i][j] = i*10 + j
		}
	}
}

func ret() [3]string { return [...]string{"x", "y", "z"} }

func main() {
	a := [5]int{1, 2, 3}
	b := a
	b[4] = 50
	fmt.Println(a, b, a == b, len(a), sum(b), b)
	var g grid
	fill(&g)
	fmt.Println(g, g[1][2], g[2])
	h := g
	h[0][0] = 99
	fmt.Println(g == h, g[0] == h[0], g[1] == h[1])
	for i, v := range a {
		a[4-i] = v * 2
	}
	fmt.Println(a)
	p := &a
	for i, v := range p {
		p[4-i] = v + 1
	}
	fmt.Println(*p, len(p))
	idx := 3
	a[idx]++
	a[idx] *= 2
	a[idx%2], a[2] = a[2], a[idx%2]
	fmt.Println(a)
	c := [...]string{2: "two", 0: "zero"}
	fmt.Println(c, len(c), ret()[1])
	i := 2
	fmt.Println(ret()[i], [3]int{7, 8, 9}[i])
	var z [0]int
	fmt.Println(z, len(z))
	bools := [3]bool{true, false, true}
	n := 0
	for _, x := range bools {
		if x {
			n++
		}
	}
	fmt.Println(n, bools)
	bytes := [4]byte{250, 251, 252, 253}
	for i := range bytes {
		bytes[i] += 4
	}
	fmt.Println(bytes)
	sl := a[1:4]
	sl[0] = -1
	fmt.Println(a, sl, len(sl), cap(sl))
}
