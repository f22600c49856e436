package main

func sum(a []int, m map[string]int, s string, p *[3]int) (t int) {
	for i := range 3 {
		t += i
	}
	for _, v := range a {
		t += v
	}
	for i := range p {
		t += p[i]
	}
	for k, v := range m {
		t += len(k) * v
	}
	for _, r := range s {
		t += int(r)
	}
	return
}

// Each iteration has its own variable if it is on the heap.
func closures() []func() int {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i++; return i })
	}
	return fs
}

func labels(a [][]int) int {
outer:
	for i := range a {
		for _, v := range a[i] {
			switch {
			case v == 0:
				continue outer
			case v > 10:
				break outer
			}
		}
	}
	return 0
}

func main() {
	sum(nil, nil, "é", nil)
	closures()
	labels(nil)
}
