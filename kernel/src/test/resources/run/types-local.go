package main

import "fmt"

func a() interface{} {
	type t struct{ x int }
	return t{1}
}

func b() interface{} {
	type t struct{ x int }
	return t{1}
}

type outer int

func main() {
	type outer string
	var o outer = "shadowed"
	fmt.Println(o, a() == b(), a() == a())
	fmt.Printf("%T %T\n", o, a())
	type rec struct {
		next *rec
		kids []rec
		m    map[string]rec
	}
	r := rec{kids: []rec{{}, {}}, m: map[string]rec{"k": {}}}
	r.next = &r
	fmt.Println(len(r.next.next.kids), len(r.m))
	type alias = map[string][]int
	x := alias{"a": {1}}
	x["a"] = append(x["a"], 2)
	fmt.Println(x)
	type fn func(int) fn
	n := 0
	var f fn
	f = func(i int) fn { n += i; return f }
	f(1)(2)(3)
	fmt.Println(n)
	{
		type outer float64
		fmt.Println(outer(1) / 3)
	}
	const c = 3
	{
		c := c * 2
		c++
		fmt.Println(c)
	}
	fmt.Println(c)
}
