package main

import "fmt"

var log string

func i(s string, n int) int      { log += s; return n }
func sl(s string, x []int) []int { log += s; return x }
func p(s string, x *int) *int    { log += s; return x }
func m(s string, x map[string]int) map[string]int {
	log += s
	return x
}
func st(s string, x string) string { log += s; return x }

func flush() {
	fmt.Println(log)
	log = ""
}

type t struct{ a, b int }

func (x t) add(n int) t   { log += fmt.Sprint("+", n); return t{x.a + n, x.b} }
func get() (int, int)     { log += "get "; return 1, 2 }
func take(a, b, c int) int { return a*100 + b*10 + c }

func main() {
	a := []int{1, 2, 3, 4}
	x := 5
	sl("a ", a)[i("b ", 1)] = i("c ", 7)
	flush()
	sl("a ", a)[i("b ", 1)], *p("c ", &x) = i("d ", 8), i("e ", 9)
	flush()
	fmt.Println(a, x)
	sl("a ", a)[i("b ", 2)] += i("c ", 10)
	sl("d ", a)[i("e ", 2)]++
	flush()
	fmt.Println(a)
	mm := map[string]int{}
	m("m ", mm)[st("k ", "key")] += i("v ", 3)
	m("m ", mm)[st("k ", "key")]++
	flush()
	fmt.Println(mm)
	fmt.Println(t{1, 2}.add(1).add(2).add(i("n ", 3)))
	flush()
	fmt.Println(take(i("1 ", 1), i("2 ", 2), i("3 ", 3)))
	flush()
	k := 0
	k, a[k] = 2, 100
	fmt.Println(k, a)
	k, a[k] = 1, 200
	fmt.Println(k, a)
	a[0], a[1], a[2] = a[2], a[0], a[1]
	fmt.Println(a)
	var q, r int
	q, r = get()
	q, r = r, q
	fmt.Println(q, r)
	flush()
	y := []int{i("x ", 1), i("y ", 2)}[i("z ", 1)]
	z := map[int]int{i("p ", 1): i("q ", 2), i("r ", 3): i("s ", 4)}
	fmt.Println(y, len(z))
	flush()
	arr := [3]int{1, 2, 3}
	for idx, v := range arr {
		arr[2] = 10
		if idx == 2 {
			fmt.Println("range copy", v)
		}
	}
	for idx, v := range &arr {
		arr[2] = 20
		if idx == 2 {
			fmt.Println("range pointer", v)
		}
	}
	s := arr[:]
	for idx, v := range s {
		s[2] = 30
		if idx == 2 {
			fmt.Println("range slice", v)
		}
	}
	w := 1
	w, v := w+1, w+2
	fmt.Println(w, v)
	pp := &t{1, 2}
	pp, pp.a = &t{3, 4}, 9
	fmt.Println(*pp)
	f := func() (int, string) { log += "f "; return 4, "four" }
	n, str := f()
	fmt.Println(n, str, i("last ", 1)+len(st("len ", "abc")))
	flush()
	if i("c1 ", 1) == 1 && i("c2 ", 0) == 1 || i("c3 ", 1) == 1 {
		flush()
	}
	switch i("tag ", 2) {
	case i("one ", 1), i("two ", 2), i("three ", 3):
		flush()
	}
}
