package main

import "fmt"

type s struct {
	a int8
	b string
	c float64
	d interface{}
	e *int
	f [2]string
	g bool
}

type padded struct {
	a int8
	b int64
	c int8
}

type blank struct {
	a int
	_ int
	b string
}

func main() {
	x := 1
	v := s{1, "b", 2.5, "iface", &x, [2]string{"p", "q"}, true}
	w := v
	fmt.Println(v == w)
	w.f[1] = "z"
	fmt.Println(v == w, v != w)
	w = v
	w.d = 5
	fmt.Println(v == w)
	w = v
	w.c = -w.c
	fmt.Println(v == w)
	p1, p2 := padded{1, 2, 3}, padded{1, 2, 3}
	fmt.Println(p1 == p2, p1 == padded{1, 2, 4})
	b1, b2 := blank{a: 1, b: "x"}, blank{a: 1, b: "x"}
	fmt.Println(b1 == b2)
	fmt.Println([3]int{1, 2, 3} == [3]int{1, 2, 3}, [2]s{v, v} == [2]s{v, v}, [2]string{"a"} == [2]string{"a", ""})
	zero := 0.0
	fmt.Println([1]float64{zero} == [1]float64{-zero}, s{c: zero / zero} == s{c: zero / zero})
	var i1, i2 interface{} = v, v
	fmt.Println(i1 == i2, i1 == interface{}(w), i1 != nil)
	i2 = &v
	fmt.Println(i1 == i2, i2 == &v, i2 == interface{}(&w))
	var e1, e2 error
	fmt.Println(e1 == e2, e1 == nil)
	f1 := struct {
		a, b int
	}{1, 2}
	fmt.Println(f1 == struct{ a, b int }{1, 2})
	c1, c2 := 1+2i, 2+1i
	fmt.Println(c1 == c2, c1 == complex(imag(c2), real(c2)))
	m := map[s]int{v: 1}
	m[w]++
	m[v]++
	fmt.Println(len(m), m[v], m[w])
	strs := []string{"", "a", "ab", "b", "a\x00"}
	for _, p := range strs {
		for _, q := range strs {
			fmt.Print(p < q, p <= q, p == q, p > q, p >= q, p != q, " ")
		}
	}
	fmt.Println()
	var u8 uint8 = 200
	var i8 int8 = -56
	fmt.Println(u8 > 100, i8 < 100, uint8(i8) == u8, int8(u8) == i8)
	var u64 uint64 = 1 << 63
	var i64 int64 = -1 << 63
	fmt.Println(u64 > 1, i64 < 1, u64 >= 1<<63, uint64(i64) == u64, u64 < u64+1, u64-1 < u64, u64 > 0, u64 <= 0)
	var up uintptr = 5
	fmt.Println(up > 4, up < 4, up == 5)
	if u := u64; u > 1<<62 && u != 0 && !(u <= 5) {
		fmt.Println("big")
	}
}
