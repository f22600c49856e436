// Package sort: where equal elements end up, and how often they are compared.
package main

import (
	"fmt"
	"math"
	"sort"
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

type pairs []pair

func (p pairs) Len() int           { return len(p) }
func (p pairs) Less(i, j int) bool { compared++; return p[i].key < p[j].key }
func (p pairs) Swap(i, j int)      { swapped++; p[i], p[j] = p[j], p[i] }

var compared, swapped int

func data(n, kind int) pairs {
	p := make(pairs, n)
	for i := range p {
		key := 0
		switch kind {
		case 0:
			key = rnd(n)
		case 1:
			key = rnd(4)
		case 2:
			key = i / 3
		case 3:
			key = -i / 2
		case 4:
			key = i % 7
		case 5:
			key = i ^ 21
			if i > n/2 {
				key = n - i
			}
		case 6:
			key = (i * 7919) % 101
		}
		p[i] = pair{key, i}
	}
	return p
}

func main() {
	for i := 0; i < 60*rounds; i++ {
		n := []int{0, 1, 2, 7, 12, 13, 20, 21, 49, 50, 51, 100, 300}[rnd(13)]
		kind := i % 7
		p := data(n, kind)
		sort.Sort(p)
		fmt.Println(n, kind, p, compared, swapped, sort.IsSorted(p))
		p = data(n, kind)
		sort.Stable(p)
		fmt.Println(p, compared, swapped)
		p = data(n, kind)
		sort.Slice(p, func(i, j int) bool { compared++; return p[i].key < p[j].key })
		fmt.Println(p, compared)
		p = data(n, kind)
		sort.SliceStable(p, func(i, j int) bool { compared++; return p[i].key > p[j].key })
		fmt.Println(p, compared, sort.SliceIsSorted(p, func(i, j int) bool { return p[i].key > p[j].key }))
		sort.Sort(sort.Reverse(sort.Reverse(p)))
		fmt.Println(p, sort.IsSorted(sort.Reverse(p)))
		ints, floats, texts := []int{}, []float64{}, []string{}
		for _, q := range p {
			ints = append(ints, q.key*1000-q.at)
			floats = append(floats, []float64{math.NaN(), math.Copysign(0, -1), 0, float64(q.at), -1.5}[rnd(5)])
			texts = append(texts, fmt.Sprint(q.key))
		}
		sort.Ints(ints)
		sort.Float64s(floats)
		sort.Strings(texts)
		fmt.Println(ints, texts, sort.IntsAreSorted(ints), sort.StringsAreSorted(texts), sort.Float64sAreSorted(floats))
		for _, f := range floats {
			fmt.Print(f, math.Signbit(f), " ")
		}
		x := rnd(1000) - 500
		fmt.Println(sort.SearchInts(ints, x), sort.SearchFloat64s(floats, float64(x)), sort.SearchStrings(texts, "5"))
		fmt.Println(sort.Find(len(ints), func(i int) int { return x - ints[i] }))
	}
	defer func() { fmt.Println(recover()) }()
	sort.Slice(5, nil)
}
