package main

func eq(i any, x int) bool          { return i == x }
func eq2(x, y any) bool             { return x == y }
func eq3(e error, p *int) bool      { return e == nil || any(p) == any(e) }
func eq4(s struct{ a any }, t struct{ a any }) bool { return s == t }
func sw(i any, y int, s string) int {
	switch i {
	case y:
		return 1
	case s, "b":
		return 2
	case nil:
		return 3
	}
	switch y {
	case 1, 2:
	}
	switch s {
	case "a":
	}
	var e error
	switch e {
	case i:
	}
	return 0
}
func mk(m map[any]int, k string) int {
	m[k]++
	delete(m, 3)
	return m[k] + m["c"]
}
func arr(a [2]any, x int) bool { return a == [2]any{x, 1} }

type I interface{ M() }
type J interface{ M(); N() }

func ij(i I, j J) bool { return i == j }

func main() {}
