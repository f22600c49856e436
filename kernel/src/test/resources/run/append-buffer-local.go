package main

// Slices that never leave their function: the first growth takes 32 bytes of the frame.

type pair struct{ a, b int32 }
type three struct{ a, b, c int }
type four struct{ a, b, c, d int }
type five struct{ a, b, c, d, e int }
type b3 [3]byte
type b5 [5]byte
type b31 [31]byte
type b33 [33]byte
type mixed struct {
	p *int
	b byte
}

func grow[T any](name string, n int) {
	var s []T
	var zero T
	last := -1
	print(name, ":")
	for i := 0; i < n; i++ {
		s = append(s, zero)
		if c := cap(s); c != last {
			last = c
			print(" ", i+1, "/", c)
		}
	}
	println()
}

func ints() {
	var s []int
	for i := 0; i < 20; i++ {
		s = append(s, i)
		print(cap(s), " ")
	}
	t := 0
	for _, v := range s {
		t += v
	}
	println("sum", t)
}

func bytes() {
	var s []byte
	for i := 0; i < 70; i++ {
		s = append(s, byte(i))
		if i%8 == 0 {
			print(cap(s), " ")
		}
	}
	println(s[69])
}

func bools() {
	var s []bool
	for i := 0; i < 40; i++ {
		s = append(s, i%3 == 0)
	}
	println(len(s), cap(s), s[39])
}

func strs() {
	var s []string
	for i := 0; i < 9; i++ {
		s = append(s, "abcdefghi"[:i])
		print(cap(s), " ")
	}
	println(s[0], s[8])
}

func pointers() {
	var s []*int
	x := [9]int{1, 2, 3, 4, 5, 6, 7, 8, 9}
	for i := range x {
		s = append(s, &x[i])
		print(cap(s), " ")
	}
	t := 0
	for _, p := range s {
		t += *p
	}
	println(t)
}

func structs() {
	var p []pair
	var h []three
	var f []four
	var v []five
	var m []mixed
	for i := 0; i < 7; i++ {
		p = append(p, pair{int32(i), 1})
		h = append(h, three{a: i})
		f = append(f, four{d: i})
		v = append(v, five{e: i})
		m = append(m, mixed{b: byte(i)})
		println(cap(p), cap(h), cap(f), cap(v), cap(m))
	}
	println(p[6].a, h[6].a, f[6].d, v[6].e, m[6].b)
}

func odd() {
	var a []b3
	var b []b5
	var c []b31
	var d []b33
	for i := 0; i < 12; i++ {
		a = append(a, b3{2: byte(i)})
		b = append(b, b5{4: byte(i)})
		c = append(c, b31{30: byte(i)})
		d = append(d, b33{32: byte(i)})
		println(cap(a), cap(b), cap(c), cap(d))
	}
	println(a[11][2], b[11][4], c[11][30], d[11][32])
}

func ifaces() {
	var s []any
	for i := 0; i < 6; i++ {
		s = append(s, i*1000)
		print(cap(s), " ")
	}
	println(s[5].(int))
}

func several() {
	var s []int
	s = append(s, 1, 2, 3)
	println(len(s), cap(s))
	s = append(s, 4, 5)
	println(len(s), cap(s))
	var t []int
	t = append(t, 1, 2, 3, 4, 5)
	println(len(t), cap(t))
	var u []int
	u = append(u)
	println(len(u), cap(u), u == nil)
	u = append(u, 1, 2, 3, 4)
	println(len(u), cap(u))
	u = append(u, 5)
	println(len(u), cap(u), u[0], u[4])
}

func twice() {
	// The array of the frame is given once to each slice.
	for i := 0; i < 3; i++ {
		var s []int
		s = append(s, i)
		println("round", i, cap(s))
	}
	var s []int
	for i := 0; i < 3; i++ {
		s = nil
		s = append(s, i, i)
		println("again", i, cap(s))
		s = s[:0]
		s = append(s, 7)
		println("reused", cap(s))
	}
}

func twoPlaces(n int) {
	// Only the first append of a slice in the text has the array.
	var s []int
	if n > 5 {
		s = append(s, 1)
	} else {
		s = append(s, 2)
	}
	println(n, cap(s))
	s = append(s, 3)
	println(n, cap(s))
}

func literal() {
	s := []int{}
	s = append(s, 1)
	println(cap(s))
	t := []int{1, 2}
	t = append(t, 3)
	println(cap(t))
	u := make([]int, 0)
	u = append(u, 1)
	println(cap(u))
	v := make([]int, 0, 2)
	for i := 0; i < 10; i++ {
		v = append(v, i)
		print(cap(v), " ")
	}
	println(v[9])
}

func sliced() {
	var s []int
	for i := 0; i < 4; i++ {
		s = append(s, i)
	}
	t := s[1:3]
	t = append(t, 100)
	println(cap(t), s[3])
	t = append(t, 200, 300)
	t[0] = -1
	println(cap(t), s[1], t[0])
	u := s[2:2]
	u = append(u, 5)
	println(cap(u), s[2])
}

func ranging() {
	var s []int
	s = append(s, 1)
	for i, v := range s {
		s = append(s, v+i)
		s = append(s, 10)
	}
	println(len(s), cap(s), s[1], s[2])
}

func spread() {
	var s []int
	var t []int
	for i := 0; i < 3; i++ {
		t = append(t, i)
		s = append(s, t...)
		print(cap(s), "/", cap(t), " ")
	}
	println(s[5])
}

type box struct {
	s []int
	n int
}

func fields() {
	var b box
	for i := 0; i < 6; i++ {
		b.s = append(b.s, i)
		print(cap(b.s), " ")
	}
	println(b.s[5])
	p := &box{}
	for i := 0; i < 6; i++ {
		p.s = append(p.s, i)
		print(cap(p.s), " ")
	}
	println(p.s[5])
	var a [2][]int
	for i := 0; i < 6; i++ {
		a[1] = append(a[1], i)
		print(cap(a[1]), " ")
	}
	println(a[1][5])
}

func addressed() {
	var s []int
	p := &s
	for i := 0; i < 5; i++ {
		s = append(s, i)
		*p = append(*p, i)
		print(cap(s), " ")
	}
	println(len(*p))
}

func captured() {
	var s []int
	add := func(v int) { s = append(s, v) }
	for i := 0; i < 5; i++ {
		add(i)
		print(cap(s), " ")
	}
	println(s[4])
	func() {
		var t []int
		for i := 0; i < 5; i++ {
			t = append(t, i)
			print(cap(t), " ")
		}
		println(t[4], len(s))
	}()
}

func other() {
	var s []int
	for i := 0; i < 3; i++ {
		t := append(s, i)
		print(cap(t), " ")
		s = t
	}
	println(len(s), cap(s))
}

func first(s []int) int { return s[0] }

func passed() {
	var s []int
	for i := 0; i < 6; i++ {
		s = append(s, i)
		print(first(s), cap(s), " ")
	}
	println()
}

func parameter(s []int) {
	for i := 0; i < 6; i++ {
		s = append(s, i)
		print(cap(s), " ")
	}
	println(s[0])
}

func jumps() {
	var s []int
	i := 0
again:
	s = append(s, i)
	print(cap(s), " ")
	i++
	if i < 6 {
		goto again
	}
	println(s[5])
}

func deep(n int, s []int) int {
	// Frames above move with the stack.
	var pad [64]int
	pad[n%64] = n
	var t []*int
	for i := range 3 {
		v := s[i]
		t = append(t, &v)
	}
	if n == 0 {
		return *t[0] + *t[1] + *t[2]
	}
	r := deep(n-1, s)
	return r + *t[2] + pad[n%64] - n
}

func main() {
	ints()
	bytes()
	bools()
	strs()
	pointers()
	structs()
	odd()
	ifaces()
	several()
	twice()
	twoPlaces(1)
	twoPlaces(9)
	literal()
	sliced()
	ranging()
	spread()
	fields()
	addressed()
	captured()
	other()
	passed()
	parameter(nil)
	parameter([]int{1})
	parameter(make([]int, 0, 3))
	jumps()
	var s []int
	s = append(s, 5, 6, 7)
	println(deep(200, s), s[0], cap(s))
	grow[int]("int", 20)
	grow[int16]("int16", 40)
	grow[string]("string", 9)
	grow[*int]("*int", 9)
	grow[four]("four", 4)
	grow[five]("five", 4)
	grow[struct{}]("struct{}", 4)
	grow[b3]("b3", 24)
}
