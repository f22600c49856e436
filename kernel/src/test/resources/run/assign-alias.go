package main

import "fmt"

type v3 struct{ x, y, z float64 }
type box struct {
	lo, hi v3
	tags   [2]string
}

func swap(b *box) { b.lo, b.hi = b.hi, b.lo }
func rot(v v3) v3 { return v3{v.y, v.z, v.x} }
func self(b box) box {
	b.lo = rot(b.lo)
	return b
}

func main() {
	v := v3{1, 2, 3}
	v = v3{v.z, v.x, v.y}
	fmt.Println(v)
	v.x, v.y = v.y, v.x
	fmt.Println(v)
	p := &v
	*p = v3{p.z, p.y, p.x}
	fmt.Println(v)
	v = v3{x: p.y, y: p.x, z: p.z + p.x}
	fmt.Println(v)
	b := box{lo: v3{1, 1, 1}, hi: v, tags: [2]string{"a", "b"}}
	swap(&b)
	b.tags[0], b.tags[1] = b.tags[1], b.tags[0]
	fmt.Println(b, self(b) == b)
	s := []int{1, 2, 3, 4, 5}
	copy(s[1:], s)
	fmt.Println(s)
	copy(s, s[2:])
	fmt.Println(s)
	s = append(s[:1], s[3:]...)
	fmt.Println(s, len(s), cap(s))
	s = s[1:]
	s, t := s[:1], s[1:]
	fmt.Println(s, t)
	str := "abc"
	str = str[1:] + str[:1]
	str, u := str[1:], str[:1]
	fmt.Println(str, u)
	arr := [3][2]int{{1, 2}, {3, 4}, {5, 6}}
	arr[0], arr[2] = arr[2], arr[0]
	i := 1
	arr[i], i = arr[i-1], 2
	fmt.Println(arr, i)
	a := [4]int{1, 2, 3, 4}
	c := a
	q := &a
	*q = [4]int{q[3], q[2], q[1], q[0]}
	fmt.Println(a, c)
	x, y, z := 1, 2, 3
	x, y, z = y, z, x
	fmt.Println(x, y, z)
	px, py := &x, &y
	*px, *py = *py, *px
	fmt.Println(x, y)
	m := map[string]v3{"k": {1, 2, 3}}
	w := m["k"]
	m["k"] = v3{w.z, w.y, w.x}
	fmt.Println(m, w)
	var e interface{} = v
	v.x = 100
	fmt.Println(e.(v3).x, v.x)
	ch := []box{b, b}
	ch[0].lo.x = -1
	ch[1] = ch[0]
	ch[0].hi = v3{}
	fmt.Println(ch)
	cx := complex(1, 2)
	cx = complex(imag(cx), real(cx))
	fmt.Println(cx)
	n1, n2 := &box{}, &box{}
	n1.lo, n2.lo = v3{1, 0, 0}, v3{0, 1, 0}
	*n1, *n2 = *n2, *n1
	fmt.Println(n1.lo, n2.lo)
}
