package main

type T struct{ a, b int }
const debug = false

func a(p *T) *T {
	if debug {
		return &T{9, 9}
	}
	return p
}
func b() *T {
	return nil
	return &T{1, 1}
}
func c() *T {
	panic("x")
	return &T{1, 2}
}
func d(n int) *T {
	if true {
		return nil
	} else {
		return new(T)
	}
}
func e(n int) *T {
	if debug && n > 0 {
		return new(T)
	}
	if n > 0 || !debug {
		return &T{3, 3}
	}
	return &T{4, 4}
}
func f(n int) *T {
	for debug {
		_ = new(T)
	}
	switch 3 {
	case 1:
		return &T{1, 1}
	case 3:
		return &T{3, 3}
	}
	switch {
	case debug:
		return &T{5, 5}
	case n > 1:
		return &T{6, 6}
	}
	goto end
	return &T{7, 7}
end:
	return nil
}
func g(p *T) {
	p = &T{}
	p = nil
}
func h(p, q *T) {
	p = q
	_ = 1
}
func i(f func()) {
	f = func() {}
}

func main() {}
