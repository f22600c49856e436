package main

import "fmt"

type s1 struct {
	a, b, c, d, e int
	s             string
	f             [5]float64
}

func id(x s1) s1                              { return x }
func two(a, b s1) (s1, s1)                    { return b, a }
func mix(a bool, x s1, b int8, y [3]string, c float32) (int8, [3]string, s1, float32, bool) {
	y[0], y[2] = y[2], y[0]
	x.f[4]++
	return -b, y, x, c / 3, !a
}
func rec(n int, x s1, ys ...s1) s1 {
	if n == 0 {
		return x
	}
	x.a += n
	x.f[n%5] *= 2
	return rec(n-1, x, append(ys, x)...)
}
func fnarg(f func(s1) (s1, error), x s1) s1 {
	r, err := f(x)
	if err != nil {
		return x
	}
	return r
}

type iface interface {
	do(x s1, n int8) (s1, int8)
}
type impl [2]s1

func (i impl) do(x s1, n int8) (s1, int8) {
	i[0].a = x.a + i[1].a
	return i[0], n * 2
}

func main() {
	x := s1{1, 2, 3, 4, 5, "six", [5]float64{7, 8, 9, 10, 11}}
	y := id(x)
	y.a = 100
	y.f[0] = -1
	p, q := two(x, y)
	fmt.Println(p, q)
	p, q = two(p, q)
	fmt.Println(p.a, q.a, p.f[0], q.s)
	fmt.Println(mix(true, x, 5, [3]string{"a", "b", "c"}, 1))
	fmt.Println(rec(6, x))
	fmt.Println(fnarg(func(v s1) (s1, error) { v.s += "!"; return v, nil }, x).s)
	fmt.Println(fnarg(func(v s1) (s1, error) { v.s += "!"; return v, fmt.Errorf("no") }, x).s)
	var i iface = impl{x, y}
	r, n := i.do(x, 50)
	fmt.Println(r, n)
	arr := []s1{id(x), rec(1, y)}
	arr[0], arr[1] = two(arr[0], arr[1])
	fmt.Println(arr[0].a, arr[1].a)
	m := map[string]s1{"x": x}
	v := m["x"]
	v.b = 99
	m["y"], m["z"] = two(v, id(m["x"]))
	fmt.Println(m["y"].b, m["z"].b, m["none"].s == "")
	pt := &x
	*pt, y = two(y, *pt)
	fmt.Println(x.a, y.a, pt.f)
}
