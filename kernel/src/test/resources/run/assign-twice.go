package main

import "fmt"

type t struct{ a, b int }

func two() (int, int) { return 1, 2 }

func main() {
	p := 1
	p, p = 2, p
	fmt.Println(p)
	p, p = two()
	fmt.Println(p)
	s := []int{1, 2, 3}
	i := 0
	i, s[i] = 1, 9
	s[i], i = 8, 2
	s[0], s[0] = s[1], s[2]
	fmt.Println(i, s)
	v := t{1, 2}
	v.a, v.b, v.a = v.b, v.a, 7
	fmt.Println(v)
	q := &v
	q, q.a = &t{5, 6}, 50
	fmt.Println(*q, v)
	x, y := 1, 2
	x, y, x = y, x, x+y
	fmt.Println(x, y)
	m := map[string]int{"a": 1}
	m["a"], m["a"] = m["a"]+1, m["a"]+10
	fmt.Println(m)
	a := [3]int{1, 2, 3}
	a[0], a = 5, [3]int{7, 8, 9}
	fmt.Println(a)
	a, a[1] = [3]int{1, 1, 1}, 6
	fmt.Println(a)
	var e interface{} = 1
	e, n := "s", e.(int)
	fmt.Println(e, n)
}
