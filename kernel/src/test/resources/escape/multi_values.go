package main

type T struct{ a, b int }
func two() (int, *T)         { return 1, &T{} }
func three(a int, b *T) *T     { return b }
func anys(a ...any)            {}
func pass() *T                 { return three(two()) }
func passAny()                 { anys(two()) }
func asg() (a any, b any) {
	a, b = two()
	return
}
func decl() *T {
	_, t := two()
	var x, y = two()
	_ = x
	if t == nil {
		return y
	}
	return t
}
func ret() (any, any) { return two() }
func retSame() (int, *T) { return two() }
func commaOk(m map[string]*T, i any, c chan *T) (a, b, d *T) {
	a, _ = m["x"]
	b, _ = i.(*T)
	d, ok := <-c
	_ = ok
	return
}
func commaAny(m map[string]int) (v any, ok bool) {
	v, ok = m["a"]
	return
}
func swap(a, b *int) (*int, *int) {
	a, b = b, a
	return a, b
}
func fieldAsg(t *T, m map[int]int, s []*int, p *int) {
	t.a, m[1], s[0] = 1, 2, p
}

func main() {}
