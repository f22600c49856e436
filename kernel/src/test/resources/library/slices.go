// Packages slices, maps and cmp.
package main

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
)

const seed = 1
const rounds = 1

var state uint64 = 0x9E3779B97F4A7C15 ^ seed*0x100000001B3

func rnd(n int) int {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return int(state>>33) % n
}

type pair struct{ key, at int }

type list []int

func ints(most int) list {
	n := rnd(most)
	s := make(list, 0, n+rnd(6))
	for i := 0; i < n; i++ {
		s = append(s, rnd(6))
	}
	return s
}

func show[S ~[]E, E any](what string, s S) {
	fmt.Print(what, " ", s, len(s), cap(s), s == nil, "; ")
}

func try(f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Print("panic ", r, "; ")
		}
	}()
	f()
}

func main() {
	for i := 0; i < 150*rounds; i++ {
		s, t := ints(9), ints(4)
		a, b := rnd(len(s)+1), rnd(len(s)+1)
		if a > b {
			a, b = b, a
		}
		x := rnd(6)
		fmt.Println(s, t, a, b, x)
		fmt.Println(slices.Equal(s, t), slices.Compare(s, t), slices.Index(s, x), slices.Contains(s, x), slices.IndexFunc(s, func(v int) bool { return v > x }), slices.IsSorted(s), slices.EqualFunc(s, t, func(a, b int) bool { return a == -b }), slices.CompareFunc(s, t, cmp.Compare[int]))
		show("clone", slices.Clone(s))
		try(func() { show("insert", slices.Insert(slices.Clone(s), a, t...)) })
		try(func() { show("insert self", slices.Insert(slices.Grow(slices.Clone(s), 9), a, s[:b]...)) })
		try(func() { show("delete", slices.Delete(slices.Clone(s), a, b)) })
		try(func() { show("replace", slices.Replace(slices.Clone(s), a, b, t...)) })
		u := append(list(nil), s...)
		try(func() { show("replace self", slices.Replace(u, a, b, u[:len(u)-b]...)) })
		show("compact", slices.Compact(slices.Clone(s)))
		show("compactFunc", slices.CompactFunc(slices.Clone(s), func(a, b int) bool { return a/2 == b/2 }))
		show("deleteFunc", slices.DeleteFunc(slices.Clone(s), func(v int) bool { return v == x }))
		show("grow", slices.Grow(s, rnd(20)))
		show("clip", slices.Clip(s))
		show("concat", slices.Concat(s, t, s))
		try(func() { show("repeat", slices.Repeat(t, rnd(5)-1)) })
		r := slices.Clone(s)
		slices.Reverse(r)
		show("reverse", r)
		slices.Sort(r)
		show("sort", r)
		fmt.Println(slices.BinarySearch(r, x))
		try(func() { fmt.Println(slices.Min(s), slices.Max(s)) })
		try(func() { fmt.Println(slices.MinFunc(t, func(a, b int) int { return b - a })) })
		n := rnd(200)
		p := make([]pair, n)
		for i := range p {
			p[i] = pair{rnd(8), i}
		}
		q := slices.Clone(p)
		slices.SortFunc(p, func(a, b pair) int { return cmp.Compare(a.key, b.key) })
		slices.SortStableFunc(q, func(a, b pair) int { return cmp.Compare(a.key, b.key) })
		fmt.Println(p, q, slices.IsSortedFunc(q, func(a, b pair) int { return a.key - b.key }))
		fmt.Println(slices.BinarySearchFunc(q, x, func(p pair, k int) int { return cmp.Compare(p.key, k) }))
		m := map[int]string{}
		for _, v := range s {
			m[v] = strings.Repeat("x", v)
		}
		c := maps.Clone(m)
		fmt.Println(maps.Equal(m, c), len(c))
		maps.DeleteFunc(c, func(k int, v string) bool { return k > 2 })
		maps.Copy(c, map[int]string{9: "nine"})
		fmt.Println(c, maps.EqualFunc(m, c, func(a, b string) bool { return a == b }))
		fmt.Println(slices.Sorted(maps.Keys(m)), slices.Collect(slices.Values(s)), maps.Collect(slices.All(s)))
		slices.Chunk(s, 2)(func(c list) bool { fmt.Print(c, cap(c)); return len(c) == 2 })
		slices.Backward(s)(func(i, v int) bool { fmt.Print(i, v, ","); return i != 2 })
		fmt.Println(slices.SortedFunc(maps.Values(m), strings.Compare))
	}
	nan := math.NaN()
	fmt.Println(cmp.Compare(nan, 1), cmp.Compare(nan, nan), cmp.Less(nan, 0), cmp.Less(1, nan), cmp.Or(0, 3, 4), cmp.Or("", ""), cmp.Compare("a", "b"))
	fs := []float64{2, nan, -1, nan, math.Inf(-1)}
	slices.Sort(fs)
	fmt.Println(fs, slices.Min(fs), slices.Max(fs))
	try(func() { slices.Chunk(fs, 0) })
	type myErr struct{ error }
	e, ok := errors.AsType[myErr](fmt.Errorf("w: %w", myErr{errors.New("x")}))
	fmt.Println(e, ok)
}
