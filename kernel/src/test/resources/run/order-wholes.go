// Values made interfaces or compared as wholes: copied before later calls unless they have an address of their own.
package main

import "fmt"

type A [3]int
type S struct{ a, b, c int }

var arr = [3]int{1, 2, 3}
var m3 = map[string][3]int{"a": {1, 2, 3}}
var s = "abc"
var st = S{1, 2, 3}
var big = [9]int{1}
var pa *[3]int
var sl = []S{{1, 2, 3}}

func change() string {
	arr = [3]int{7, 8, 9}
	m3["a"] = [3]int{7, 8, 9}
	s = "xyz"
	st = S{7, 8, 9}
	big[0] = 5
	sl[0].a = 8
	return "changed"
}
func back() {
	arr = [3]int{1, 2, 3}
	m3["a"] = [3]int{1, 2, 3}
	s = "abc"
	st = S{1, 2, 3}
	big[0] = 1
	sl[0].a = 1
}
func show(args ...any)       { fmt.Println(args...); back() }
func arr2() [3]int           { change(); return [3]int{7, 8, 9} }
func tr[T any](n int, x T) T { fmt.Println("tr", n); return x }
func try(f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(r)
		}
	}()
	f()
}

func main() {
	show(A(arr), change())
	show(arr, change())
	show((arr), change())
	show(s[1], change())
	show(m3["a"][1], change())
	show(struct{ x [3]int }{arr}, change())
	show(struct{ x byte }{s[0]}, change())
	show(st, change())
	show(sl[0], change())
	show(sl[0].a, change())
	show(*(*A)(&arr), change())
	l := [9]int{1}
	show(l, func() int { l[0] = 2; return 1 }())
	show(A(l[:3]), func() int { l[0] = 3; return 1 }())
	show(A(arr) == A(arr2()))
	show(arr == arr2())
	show(m3["a"] == arr2())
	show(arr2() == m3["a"])
	show(st == func() S { change(); return S{7, 8, 9} }())
	show(any(arr) == any(arr2()))
	show(any(arr) == arr2())
	show(arr == any(arr2()))
	try(func() { show(*pa == tr(1, arr)) })
	try(func() { show(A(*pa) == tr(2, A(arr))) })
	try(func() { show(any(1) == *pa, tr(3, 1)) })
	try(func() { show(*pa == any(tr(4, 1))) })
}
