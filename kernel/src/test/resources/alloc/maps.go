package main

// Maps: header, groups, tables, and what is kept behind pointers.

type point struct{ x, y int }

var sink map[int]int
var sinkS map[string]int
var sinkAny any
var eight = 8
var hundred = 100
var words = [12]string{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"}

func nilMap() {
	var m map[int]int
	println(len(m), m[1])
	delete(m, 1)
	for range m {
		println("never")
	}
}

func fill(m map[int]int, n int) {
	for i := 0; i < n; i++ {
		m[i] = i
	}
}

func emptyLocal() {
	m := map[int]int{}
	println(len(m))
}

func emptyKept() {
	sink = map[int]int{}
	sink = make(map[int]int)
	sink = make(map[int]int, 8)
}

func oneKept() {
	sinkS = map[string]int{}
	sinkS["a"] = 1
}

func eightLocal() {
	m := map[int]int{}
	fill(m, 8)
	println(len(m))
}

func eightKept() {
	sink = map[int]int{}
	fill(sink, 8)
}

func nineLocal() {
	m := map[int]int{}
	fill(m, 9)
	println(len(m))
}

func nineKept() {
	sink = map[int]int{}
	fill(sink, 9)
}

func hundredKept() {
	sink = map[int]int{}
	fill(sink, 100)
}

func thousandKept() {
	sink = map[int]int{}
	fill(sink, 800)
}

func hinted() {
	sink = make(map[int]int, 9)
	sink = make(map[int]int, 14)
	sink = make(map[int]int, 15)
	sink = make(map[int]int, 100)
	sink = make(map[int]int, 897)
	sink = make(map[int]int, 1000)
	fill(sink, 100)
}

func hintedVariable() {
	m := make(map[int]int, eight)
	fill(m, 8)
	n := make(map[int]int, hundred)
	fill(n, 100)
	println(len(m), len(n))
}

func hintNegative() {
	sink = make(map[int]int, eight-9)
	println(len(sink))
}

func literalLocal() {
	m := map[string]int{"a": 1, "b": 2, "c": 3}
	println(m["b"])
}

func literalKept() {
	sinkS = map[string]int{"a": 1, "b": 2, "c": 3}
}

func literalLarge() {
	sink = map[int]int{1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 7: 7, 8: 8, 9: 9, 10: 10}
	sink = map[int]int{1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 7: 7, 8: 8, 9: 9, 10: 10, 11: 11, 12: 12,
		13: 13, 14: 14, 15: 15, 16: 16, 17: 17, 18: 18, 19: 19, 20: 20, 21: 21, 22: 22, 23: 23, 24: 24,
		25: 25, 26: 26, 27: 27, 28: 28, 29: 29, 30: 30}
}

func literalVariables() {
	sinkS = map[string]int{words[0]: 1, words[1]: eight}
}

func keyTypes() {
	a := map[byte]byte{}
	a[1] = 2
	b := map[string]string{}
	b["x"] = "y"
	c := map[point]int{}
	c[point{1, 2}] = 3
	d := map[[2]int]bool{}
	d[[2]int{1, 2}] = true
	e := map[int]struct{}{}
	e[1] = struct{}{}
	f := map[float64]float32{}
	f[0.5] = 1
	println(len(a), len(b), len(c), len(d), len(e), len(f))
	sinkAny = a
	sinkAny = b
	sinkAny = c
	sinkAny = d
	sinkAny = e
	sinkAny = f
}

func bigElements() {
	m := map[int][200]byte{}
	for i := 0; i < 4; i++ {
		m[i] = [200]byte{0: byte(i)}
	}
	println(len(m))
}

func bigKeys() {
	m := map[[200]byte]int{}
	for i := 0; i < 4; i++ {
		m[[200]byte{0: byte(i)}] = i
	}
	println(len(m))
}

func largestInline() {
	m := map[int][128]byte{}
	for i := 0; i < 4; i++ {
		m[i] = [128]byte{0: byte(i)}
	}
	println(len(m))
}

func slices() {
	m := map[string][]int{}
	for i := 0; i < 12; i++ {
		k := words[i%3]
		m[k] = append(m[k], i)
	}
	println(len(m["a"]))
}

func pointers() {
	m := map[string]*point{}
	for _, w := range words {
		m[w] = &point{1, 2}
	}
	println(len(m))
}

func nested() {
	m := map[string]map[string]int{}
	for _, w := range words {
		if m[w] == nil {
			m[w] = map[string]int{}
		}
		m[w]["x"]++
	}
	println(len(m))
}

func counts() {
	m := map[rune]int{}
	for _, r := range "hello, world" {
		m[r]++
	}
	println(len(m))
}

func deleted() {
	m := map[int]int{}
	for i := 0; i < 100; i++ {
		m[i] = i
		delete(m, i-3)
	}
	println(len(m))
}

func cleared() {
	m := map[int]int{}
	fill(m, 20)
	clear(m)
	fill(m, 20)
	println(len(m))
}

func ranged() {
	m := map[int]int{}
	fill(m, 20)
	t := 0
	for k, v := range m {
		t += k + v
	}
	println(t)
}

func sets() {
	seen := map[string]bool{}
	for _, w := range words {
		seen[w] = true
	}
	println(len(seen))
}

func structElements() {
	m := map[string]point{}
	m["a"] = point{1, 2}
	p := m["a"]
	p.x++
	m["a"] = p
	println(m["a"].x)
}

func funcs() {
	m := map[string]func(int) int{"double": func(n int) int { return 2 * n }}
	println(m["double"](4))
}
