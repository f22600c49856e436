package main

type T struct{ a, b int }
func rng(s []*T) *T {
	for _, t := range s {
		return t
	}
	return nil
}
func rngArr(s [3]*T) *T {
	for _, t := range s {
		return t
	}
	return nil
}
func rngArrPtr(s *[3]*T) *T {
	for _, t := range s {
		return t
	}
	return nil
}
func rngVals(s []T) *T {
	for _, t := range s {
		return &t
	}
	return nil
}
func rngMap(m map[*T]*T) (k, v *T) {
	for k, v = range m {
	}
	return
}
func rngChan(c chan *T) *T {
	for t := range c {
		return t
	}
	return nil
}
func rngStr(s string) (n int) {
	for i, r := range s {
		n += i + int(r)
	}
	return
}
func rngInt(n int) *int {
	var p *int
	for i := range n {
		p = &i
	}
	return p
}
func rngAssign(s []*T, t **T, u []int) {
	var i int
	for i, *t = range s {
		u[i] = i
	}
	for u[0] = range s {
	}
}
func rngBytes(s string) int {
	n := 0
	for _, b := range []byte(s) {
		n += int(b)
	}
	return n
}
func rngLit() int {
	n := 0
	for _, p := range []*T{{1, 2}} {
		n += p.a
	}
	for k := range map[string]int{"a": 1} {
		n += len(k)
	}
	return n
}

func main() {}
