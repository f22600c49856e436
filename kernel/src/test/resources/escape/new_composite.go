package main

type T struct{ a, b int }
func newT() *T { return &T{1, 2} }
func useT() int {
	t := &T{1, 2}
	return t.a
}
func val() T { return T{1, 2} }
func nest() *T {
	s := []*T{{1, 2}, {3, 4}}
	return s[0]
}
func nest2() int {
	s := []*T{{1, 2}, {3, 4}}
	return s[0].a
}

func main() {}
