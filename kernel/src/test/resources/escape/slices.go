package main

type T struct{ a, b int }
func idx(s []int, i int) *int { return &s[i] }
func arr() []int {
	var a [4]int
	return a[:]
}
func arrLocal() int {
	var a [4]int
	s := a[1:3]
	return s[0]
}
func arrParam(a [4]int) []int { return a[:2] }
func arrPtr(a *[4]int) []int  { return a[:] }
func sub(s []*T) []*T         { return s[1:] }
func sub3(s []*T) []*T        { return s[1:2:3] }
func elem(s []*T) *T          { return s[0] }
func elemStr(s []string) string { return s[0][1:] }
func app(s []*T, t *T) []*T   { return append(s, t) }
func app2(s, t []*T) []*T     { return append(s, t...) }
func app3(s []int, t []int) []int { return append(s, t...) }
func app4(b []byte, s string) []byte { return append(b, s...) }
func app5() int {
	var s []int
	for i := range 10 {
		s = append(s, i)
	}
	return len(s)
}
func app6(dst []*T) {
	t := T{}
	dst = append(dst, &t)
	_ = dst
}
func app7() []T {
	s := make([]T, 0, 4)
	s = append(s, T{1, 2}, T{})
	return s
}
func cp(d, s []*T) int      { return copy(d, s) }
func cpb(d []byte, s string) { copy(d, s) }
func lit() []int             { return []int{1, 2, 3} }
func litLocal() int {
	s := []int{1, 2, 3}
	return s[0]
}
func litPtr(p *int) []*int { return []*int{p, 5: nil} }
func litArr(p *int) [2]*int { return [...]*int{p, nil} }
func arrOfArr() *int {
	var a [3][4]int
	return &a[1][2]
}
func toArr(s []*T) [2]*T   { return [2]*T(s) }
func toArrPtr(s []*T) *[2]*T { return (*[2]*T)(s) }
func clr(s []*T)           { clear(s) }
func two(n int) [][]int {
	g := make([][]int, n)
	for i := range g {
		g[i] = make([]int, n)
	}
	return g
}
func mm(a, b *int, s, t string) (int, string) { return min(*a, *b), max(s, t) }
func mmp(s, t string) string                  { return min(s, t) }

func main() {}
