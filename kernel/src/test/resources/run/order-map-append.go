// m[k] = append(m[k], …) evaluates k once; bytes looked up as a string are looked up at once.
package main

import "fmt"

type K struct {
	a string
	n int
}
type G struct{ k, n int }

var g = G{k: 1}
var pg = &g
var key = 1
var bs = []byte("abc")
var z int
var ptr *int
var ks = []string{"a", "b"}

func tr[T any](n int, x T) T { fmt.Println("tr", n); return x }
func try(f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(r)
		}
	}()
	f()
}
func change() int  { g.k++; key++; bs[0]++; ks[0] += "x"; return 7 }
func slice() []int { change(); return []int{1, 2} }

func main() {
	m := map[int][]int{1: {1}, 2: {2}, 3: {3}, 4: {4}}
	m[g.k] = append(m[g.k], change())
	fmt.Println(m, g, key)
	m[pg.k] = append(m[(*pg).k], change())
	fmt.Println(m, g, key)
	m[pg.k] = append(m[pg.k], change())
	fmt.Println(m, g, key)
	m[pg.k+1] = append(m[pg.k+1], change())
	fmt.Println(m, g, key)
	g.k, key = 1, 1
	m[key] = append(m[key], change())
	fmt.Println(m, g, key)
	m[key+0] = append(m[key], change())
	fmt.Println(m, g, key)
	m[key] = append(m[key], slice()...)
	m[g.k] = append(m[g.k], slice()...)
	fmt.Println(m, g, key)
	ma := map[any][]int{}
	ma[g.k] = append(ma[g.k], change())
	ma[pg.k] = append(ma[pg.k], slice()...)
	ma[key] = append(ma[key], slice()...)

	fmt.Println(ma, g, key)
	mk := map[string]map[int][]int{ks[0]: {}, ks[0] + "x": {}}
	mk[ks[0]][g.k] = append(mk[ks[0]][g.k], slice()...)
	fmt.Println(mk, ks)
	md := map[int8][]int{}
	md[int8(g.k)] = append(md[int8(g.k)], slice()...)
	md[-int8(g.k)] = append(md[-int8(g.k)], slice()...)
	fmt.Println(md, ks)
	bs = []byte("abc")
	mb := map[string]int{"abc": 1, "bbc": 2, "cbc": 3, "dbc": 4, "ebc": 5}
	fmt.Println(mb[string(bs)] + change())
	fmt.Println(mb[string(bs)], change())
	mb[string(bs)] = change()
	fmt.Println(mb)
	bs = []byte("abc")
	mK := map[K]int{{"abc", 1}: 1, {"bbc", 1}: 2, {"cbc", 1}: 3}
	fmt.Println(mK[K{string(bs), 1}] + change())
	fmt.Println(mK[K{a: string(bs), n: 1}] + func() int { mK[K{"bbc", 1}] = 100; return change() }())
	mK[K{string(bs), 1}] = change()
	fmt.Println(mK)
	try(func() { m[*ptr] = append(m[*ptr], tr(1, 1)) })
	try(func() { m[1/z] = append(m[1/z], tr(2, 1)) })
	try(func() { m[1/z] = append(m[2/z], tr(3, 1)) })
	try(func() { m[tr(3, 1/z)] = append(m[tr(4, 2/z)], tr(5, 1)) })
	try(func() { ks[1], mb[ks[1]], ks[0] = "q", 7, "r"; fmt.Println(ks, mb) })
	try(func() { g.k, m[g.k] = 50, []int{9}; fmt.Println(g, m) })
	try(func() { m[g.k], g.k = []int{10}, 60; fmt.Println(g, m) })
}
