package main

import "fmt"

type a struct {
	b1 bool
	i8 int8
	i3 int32
	b2 bool
	i6 int64
	u1 uint16
	f3 float32
	s  string
	e  struct{}
	c  complex64
	ar [3]uint16
	in struct {
		x uint8
		y uint32
	}
	last bool
}

func (v a) touch() a {
	v.b1, v.b2, v.last = !v.b1, !v.b2, !v.last
	v.i8--
	v.i3 -= 2
	v.i6 <<= 3
	v.u1 = ^v.u1
	v.f3 /= 2
	v.s += "!"
	v.c *= 1i
	v.ar[1] += 65535
	v.in.x, v.in.y = uint8(v.in.y), uint32(v.in.x)
	return v
}

func byPtr(v *a) {
	v.i8 += 100
	v.ar[v.i8&1]++
	v.in.y--
	v.b1 = v.b2 || v.last
	v.f3, v.c = real(v.c), complex(v.f3, 1)
}

func many(x a, y int8, z a, w ...a) (a, int8, bool) {
	x.ar = z.ar
	for _, q := range w {
		x.in = q.in
	}
	return x, y + z.i8, x == z
}

type one struct{ b byte }
type three struct{ b [3]byte }
type five struct {
	a uint32
	b byte
}
type twelve struct{ a, b, c int32 }

func small(o one, t three, f five, w twelve) (three, twelve, five, one) {
	t.b[0], t.b[2] = t.b[2], o.b
	w.a, w.c = w.c, w.b
	f.b++
	o.b = f.b
	return t, w, f, o
}

func main() {
	v := a{true, -128, 7, false, 1 << 40, 1, 1.5, "s", struct{}{}, 1 + 2i, [3]uint16{1, 2, 3}, struct {
		x uint8
		y uint32
	}{1, 2}, true}
	w := v.touch()
	fmt.Println(v)
	fmt.Println(w, w == v, w.touch().touch() == w)
	byPtr(&w)
	fmt.Println(w)
	x, y, z := many(v, 3, w, v, w)
	fmt.Println(x, y, z)
	arr := [3]a{v, w, x}
	i := 1
	arr[i].in.x = 200
	arr[i+1] = arr[i]
	arr[i].ar[i]--
	fmt.Println(arr[2].in, arr[1].ar, arr[0] == v)
	s := arr[:]
	s[0].i3++
	s[i].c += 1
	byPtr(&s[2])
	fmt.Println(s[0].i3, s[1].c, s[2].i8)
	fmt.Println(small(one{9}, three{[3]byte{1, 2, 3}}, five{1, 255}, twelve{1, 2, 3}))
	ts := []three{{[3]byte{1, 2, 3}}, {[3]byte{4, 5, 6}}}
	ts[0], ts[1] = ts[1], ts[0]
	ts[i].b[i] = 50
	tw := []twelve{{1, 2, 3}, {4, 5, 6}}
	tw = append(tw, tw[0])
	tw[2].b, tw[i] = 22, twelve{b: tw[2].c}
	fmt.Println(ts, tw)
	m := map[five]twelve{{1, 2}: {3, 4, 5}}
	m[five{1, 2}] = twelve{c: m[five{1, 2}].a}
	fmt.Println(m, m[five{9, 9}])
	var any interface{} = three{[3]byte{7, 8, 9}}
	fmt.Println(any.(three).b[1], any == interface{}(three{[3]byte{7, 8, 9}}))
	var e struct {
		a struct{}
		b [0]int
		c int
	}
	e.c = 4
	pe := &e.a
	fmt.Println(e, *pe, len(e.b))
}
