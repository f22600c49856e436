package main

// make, append, literals, slicing and copies.

type three struct{ a, b, c int }
type five struct{ a, b, c, d, e int }

var sink []int
var sinkP []*int
var sinkB []byte
var sinkS []string
var four = 4
var five5 = 5
var hundred = 100

func length(s []int) int { return len(s) }

func makeConstant() {
	s := make([]int, 100)
	println(length(s))
}

func makeKept() {
	sink = make([]int, 100)
	sink = make([]int, 0)
	sink = make([]int, 0, 33)
}

func makeSmall() {
	s := make([]int, four)
	t := make([]int, 0, four)
	b := make([]byte, 8*four)
	p := make([]*int, four)
	println(len(s), len(t), len(b), len(p))
}

func makeFive() {
	s := make([]int, five5)
	println(len(s))
	t := make([]int, 0, five5)
	println(len(t))
	b := make([]byte, 8*four+1)
	println(len(b))
}

func makeStrings() {
	a := make([]string, four-2)
	b := make([]string, four-1)
	println(len(a), len(b))
}

func makeNotReassigned() {
	n := 10
	s := make([]int, n)
	println(len(s))
}

func makeTooLarge() {
	s := make([]int, 10000)
	println(len(s))
}

func makeEmptyElements() {
	s := make([]struct{}, hundred)
	println(len(s))
}

func makeInLoop() {
	for i := 0; i < 10; i++ {
		s := make([]int, i)
		for k := range s {
			s[k] = k
		}
	}
}

func literals() {
	a := []int{1, 2, 3}
	b := []string{"x", "y"}
	c := [][]int{{1}, {2, 3}}
	d := []*three{{1, 2, 3}, {4, 5, 6}}
	println(a[0], b[1], c[1][1], d[1].b)
}

func literalsKept() {
	sink = []int{1, 2, 3}
	sinkS = []string{"x", "y"}
	sinkP = []*int{new(int), &four}
	sink = []int{}
}

func appendLocal() {
	var s []int
	for i := 0; i < 20; i++ {
		s = append(s, i)
	}
	println(len(s), cap(s))
}

func appendFour() {
	var s []int
	for i := 0; i < 4; i++ {
		s = append(s, i)
	}
	println(len(s))
}

func appendKept() {
	var s []int
	for i := 0; i < 20; i++ {
		s = append(s, i)
		sink = s
	}
}

func grow(n int) []int {
	var s []int
	for i := 0; i < n; i++ {
		s = append(s, i)
	}
	return s
}

func appendReturned() {
	for n := 0; n < 20; n++ {
		println(len(grow(n)))
	}
}

func growSeen(n int) []int {
	var s []int
	for i := 0; i < n; i++ {
		s = append(s, i)
		if cap(s) > 100 {
			break
		}
	}
	return s
}

func appendSeen() {
	for n := 0; n < 20; n++ {
		println(len(growSeen(n)))
	}
}

func growTwice(n int) []int {
	var s []int
	for i := 0; i < n; i++ {
		s = append(s, i)
	}
	if n > 3 {
		return s
	}
	return s
}

func appendTwoReturns() {
	for n := 0; n < 20; n++ {
		println(len(growTwice(n)))
	}
}

func growBytes(n int) []byte {
	var s []byte
	for i := 0; i < n; i++ {
		s = append(s, byte(i))
	}
	return s
}

func appendBytes() {
	for _, n := range [6]int{1, 8, 9, 32, 33, 65} {
		println(len(growBytes(n)))
	}
}

func growPointers(n int) []*int {
	var s []*int
	for i := 0; i < n; i++ {
		s = append(s, &four)
	}
	return s
}

func appendPointers() {
	for n := 0; n < 10; n++ {
		println(len(growPointers(n)))
	}
}

func growStrings(n int) []string {
	var s []string
	for i := 0; i < n; i++ {
		s = append(s, "a")
		println(cap(s))
	}
	return s
}

func appendStrings() {
	println(len(growStrings(5)))
}

func toOther(n int) int {
	var s []int
	for i := 0; i < n; i++ {
		s = append(s, i)
	}
	t := s
	return len(t)
}

func appendToOther() {
	println(toOther(0), toOther(1), toOther(4), toOther(5), toOther(9))
}

func literalToOther() {
	s := []int{1, 2}
	s = append(s, 3)
	s = append(s, 4)
	t := s
	println(len(t))
}

func appendWide() {
	var s []five
	for i := 0; i < 9; i++ {
		s = append(s, five{a: i})
	}
	println(len(s))
}

func appendThree() {
	var s []three
	for i := 0; i < 9; i++ {
		s = append(s, three{a: i})
	}
	println(len(s))
}

func appendSpread() {
	var s []int
	a := [3]int{1, 2, 3}
	for i := 0; i < 5; i++ {
		s = append(s, a[:]...)
	}
	println(len(s))
	var b []byte
	b = append(b, "hello"...)
	b = append(b, "world, and more than that"...)
	println(len(b))
}

func appendMake() {
	s := []int{1}
	s = append(s, make([]int, four)...)
	println(len(s))
	sink = append([]int(nil), s...)
}

func appendToPart() {
	s := []int{1, 2, 3, 4}
	t := append(s[:2], 99)
	u := append(s[:2:2], 99)
	println(s[2], t[2], u[2])
}

func matrix() {
	var m [][]int
	for i := 0; i < 5; i++ {
		var row []int
		for j := 0; j < 5; j++ {
			row = append(row, i*j)
		}
		m = append(m, row)
	}
	println(m[4][4])
}

func stack() {
	var s []int
	for i := 0; i < 100; i++ {
		s = append(s, i)
		if len(s) > 3 {
			s = s[:len(s)-2]
		}
	}
	println(len(s))
}

func queue() {
	var q []int
	for i := 0; i < 100; i++ {
		q = append(q, i)
		if i%2 == 0 {
			q = q[1:]
		}
	}
	println(len(q))
}

func copies() {
	a := make([]int, 50)
	b := make([]int, 50)
	println(copy(a, b))
}

func prepend() {
	s := []int{3}
	s = append([]int{2}, s...)
	s = append([]int{1}, s...)
	println(s[0])
}

func remove() {
	s := []int{1, 2, 3, 4}
	s = append(s[:1], s[2:]...)
	println(len(s))
}

func parameter(s []int) []int {
	s = append(s, 1)
	s = append(s, 2)
	return s
}

func appendParameter() {
	println(len(parameter(nil)), len(parameter([]int{1, 2, 3})))
}

func filter(s []int, keep func(int) bool) []int {
	var out []int
	for _, v := range s {
		if keep(v) {
			out = append(out, v)
		}
	}
	return out
}

func filtered() {
	s := []int{1, 2, 3, 4, 5, 6, 7, 8, 9}
	println(len(filter(s, func(v int) bool { return v > 3 })))
}
