package main

import "fmt"

func bubble(a []int) {
	for i := range a {
		for j := 0; j < len(a)-1-i; j++ {
			if a[j] > a[j+1] {
				a[j], a[j+1] = a[j+1], a[j]
			}
		}
	}
}

func merge(a []int) []int {
	if len(a) < 2 {
		return a
	}
	m := len(a) / 2
	l, r := merge(a[:m]), merge(a[m:])
	out := make([]int, 0, len(a))
	for len(l) > 0 && len(r) > 0 {
		if l[0] <= r[0] {
			out, l = append(out, l[0]), l[1:]
		} else {
			out, r = append(out, r[0]), r[1:]
		}
	}
	return append(append(out, l...), r...)
}

func quick(a []int, less func(i, j int) bool) {
	var rec func(lo, hi int)
	rec = func(lo, hi int) {
		if lo >= hi {
			return
		}
		p := lo
		for i := lo + 1; i <= hi; i++ {
			if less(a[i], a[lo]) {
				p++
				a[p], a[i] = a[i], a[p]
			}
		}
		a[lo], a[p] = a[p], a[lo]
		rec(lo, p-1)
		rec(p+1, hi)
	}
	rec(0, len(a)-1)
}

func counting(a [16]byte) (out [16]byte) {
	var n [256]int
	for _, x := range a {
		n[x]++
	}
	k := 0
	for v, c := range n {
		for ; c > 0; c-- {
			out[k] = byte(v)
			k++
		}
	}
	return
}

type person struct {
	name string
	age  int
}

func insertion(a []person, less func(x, y person) bool) {
	for i := 1; i < len(a); i++ {
		for j := i; j > 0 && less(a[j], a[j-1]); j-- {
			a[j], a[j-1] = a[j-1], a[j]
		}
	}
}

func main() {
	a := []int{5, 2, 9, -1, 5, 0, 33, 7}
	b := append([]int{}, a...)
	bubble(b)
	fmt.Println(b, a)
	fmt.Println(merge(a))
	quick(b, func(i, j int) bool { return i > j })
	fmt.Println(b)
	fmt.Println(counting([16]byte{9, 3, 255, 0, 1, 3, 7, 200, 4, 4, 4, 6, 8, 2, 1, 0}))
	ps := []person{{"bob", 30}, {"al", 25}, {"cy", 30}, {"di", 20}}
	insertion(ps, func(x, y person) bool { return x.age < y.age })
	fmt.Println(ps)
	insertion(ps, func(x, y person) bool { return x.name < y.name })
	fmt.Println(ps)
}
