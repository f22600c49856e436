package main

type P struct {
	x int8
	y [2]int
}

var table = []P{{1, [2]int{2, 3}}, {y: [2]int{1: 4}}}

func strings(a, b string, bs []byte) string {
	if a < b || a == "" {
		a += b
	}
	return a + ("-" + string(bs)) + string(rune(len(b)))
}

func arrays(i int) int {
	a := [3]P{1: {x: 5}}
	b := a
	b[i].y[1] = 7
	if a == b {
		return int(a[1].x)
	}
	return b[i].y[i&1] >> uint(i)
}

func maps(m map[string][]int, k string) int {
	m[k] = append(m[k], 1)
	m[k][0] /= 2
	if v, ok := m[k]; ok {
		delete(m, k)
		return len(v)
	}
	return len(m)
}

func numbers(x int8, u uint64, f float32, c complex128) float64 {
	x = -x &^ 3
	return float64(x) + float64(u%10) + float64(f) + real(c*c) + max(float64(f), 1)
}

func main() {
	strings("a", "b", nil)
	arrays(1)
	maps(map[string][]int{}, "k")
	numbers(1, 2, 3, 4i)
}
