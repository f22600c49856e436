package main

import "fmt"

func show(s []int) { fmt.Println(s, len(s), cap(s)) }

func modify(s []int) []int {
	s[0] = 100
	s = append(s, 7)
	s[1] = 200
	return s
}

func variadic(pre string, xs ...int) int {
	t := 0
	for _, x := range xs {
		t += x
	}
	fmt.Println(pre, len(xs), xs == nil, t)
	return t
}

func main() {
	var s []int
	fmt.Println(s == nil, len(s), cap(s))
	s = append(s, 1)
	s = append(s, 2, 3)
	fmt.Println(s)
	t := make([]int, 3, 10)
	show(t)
	u := t[1:2]
	show(u)
	u = append(u, 99)
	show(t)
	show(t[:5])
	v := t[1:2:3]
	show(v)
	v = append(v, 1, 2, 3)
	v[0] = -1
	show(t)
	lit := []int{5, 2: 7, 9}
	show(lit)
	w := modify(lit)
	fmt.Println(lit, w)
	n := copy(w, []int{1, 2})
	fmt.Println(n, w, copy(w[1:], w))
	fmt.Println(w)
	variadic("none")
	variadic("three", 1, 2, 3)
	variadic("spread", w...)
	var ss [][]string
	for i := 0; i < 3; i++ {
		var row []string
		for j := 0; j <= i; j++ {
			row = append(row, fmt.Sprint(i, j))
		}
		ss = append(ss, row)
	}
	fmt.Println(ss, len(ss[2]))
	ss[1][0] = "changed"
	fmt.Println(ss)
	b := append([]byte("ab"), "cd"...)
	b = append(b, 'e')
	fmt.Println(string(b), copy(b, "xyz"), string(b))
	e := append([]int(nil), lit[1:3]...)
	fmt.Println(e)
	lit = append(lit[:1], lit[2:]...)
	fmt.Println(lit)
	clear(lit)
	fmt.Println(lit)
	x := []int{1, 2, 3}
	for i, val := range x {
		x = append(x, val*10)
		x[0] = i
	}
	fmt.Println(x)
	arr := [4]int(make([]int, 4))
	pa := (*[2]int)(x[:2])
	pa[1] = 55
	fmt.Println(arr, x[1], *pa)
	i, j := 0, len(x)-1
	for i < j {
		x[i], x[j] = x[j], x[i]
		i++
		j--
	}
	fmt.Println(x, x[len(x)-1], min(3, 1, 2), max(2.5, 1))
	y := make([]struct{ a, b int }, 2)
	y[1].b = 4
	y = append(y, struct{ a, b int }{1, 2})
	fmt.Println(y, len(y[1:]))
	type big [10]int
	bs := make([]big, 2)
	bs[1][3] = 3
	bs[0] = bs[1]
	bs[0][0] = 1
	bs = append(bs, bs[0], bs[1])
	k := 3
	fmt.Println(bs[k], bs[2][k], bs[k-3])
}
