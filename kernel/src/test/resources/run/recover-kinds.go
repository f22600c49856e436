package main

import "fmt"

type t struct{ a, b int }

func try(name string, f func()) {
	defer func() {
		r := recover()
		if e, ok := r.(error); ok {
			fmt.Println(name, "error:", e.Error())
		} else {
			fmt.Println(name, "value:", r)
		}
	}()
	f()
	fmt.Println(name, "no panic")
}

type stringer interface{ String() string }

func main() {
	s := []int{1, 2, 3}
	arr := [3]int{1, 2, 3}
	str := "abc"
	n := 5
	neg := -1
	zero := 0
	var p *t
	var m map[string]int
	var i interface{}
	var st stringer
	var f func()
	try("index", func() { _ = s[n] })
	try("index neg", func() { _ = s[neg] })
	try("array", func() { _ = arr[n] })
	try("string", func() { _ = str[n] })
	try("slice hi", func() { _ = s[:n] })
	try("slice lo", func() { _ = s[n:] })
	try("slice order", func() { _ = s[n-2 : 1] })
	try("slice 3", func() { _ = s[0:2:n] })
	try("slice 3b", func() { _ = s[0:n:3] })
	try("str slice", func() { _ = str[n:] })
	try("str slice2", func() { _ = str[2:1+zero] })
	try("arr slice", func() { _ = arr[:n] })
	try("div", func() { fmt.Println(n / zero) })
	try("mod", func() { fmt.Println(n % zero) })
	try("udiv", func() { fmt.Println(uint8(n) / uint8(zero)) })
	try("nil deref", func() { fmt.Println(p.b) })
	try("nil store", func() { p.a = 1 })
	try("nil map", func() { m["a"] = 1 })
	try("nil map read", func() { fmt.Println(m["a"]) })
	try("assert int", func() { fmt.Println(i.(int)) })
	i = "str"
	try("assert str", func() { fmt.Println(i.(int)) })
	try("assert iface", func() { fmt.Println(i.(stringer)) })
	try("nil iface", func() { fmt.Println(st.String()) })
	try("nil func", func() { f() })
	try("shift", func() { fmt.Println(1 << neg) })
	try("makeslice", func() { fmt.Println(len(make([]int, neg))) })
	try("makeslice cap", func() { fmt.Println(len(make([]int, n, zero))) })
	try("custom", func() { panic(t{1, 2}) })
	try("error", func() { panic(fmt.Errorf("wrapped %d", 7)) })
	try("string", func() { panic("text") })
	try("int", func() { panic(42) })
	try("none", func() {})
	try("unhashable", func() { map[interface{}]int{}[[]int{1}] = 2 })
	try("compare", func() { var a, b interface{} = []int{1}, []int{1}; fmt.Println(a == b) })
	try("slice to array", func() { fmt.Println([4]int(s)) })
	try("append ok", func() { s = append(s, 1) })
}
