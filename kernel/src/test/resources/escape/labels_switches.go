package main

type T struct{ a, b int }
func sw(n int, p, q *T) *T {
	switch {
	case n == 1:
		return p
	case n == 2:
		fallthrough
	default:
		q = &T{n, n}
	}
	switch x := p; x.a {
	case 1:
		return x
	}
	switch n := n; n {
	}
	return q
}
func lb(n int) (r *int) {
L:
	for {
		switch {
		case n > 3:
			break L
		default:
			x := n
			r = &x
			n++
			continue L
		}
	}
	return r
}
func blocks() (p *int) {
	{
		x := 1
		{
			y := 2
			p = &y
			_ = x
		}
	}
	return
}
func initIf(m map[string]*T) *T {
	if t, ok := m["a"]; ok {
		return t
	} else if u := new(T); u.a == 0 {
		return u
	}
	return nil
}

func main() {}
