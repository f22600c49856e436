package main

import "fmt"

var (
	a = b + 1
	b = f()
	c = "c" + d
	d = fmt.Sprint("d", a)
	e, g = pair()
	_ = note("blank")
	table = map[string]int{"x": a, "y": b}
	lazy = func() int { return z * 2 }
	z    = 21
	arr  = [...]int{z, lazy()}
	ptr  = &st
	st   = struct{ n int }{z + 1}
)

var trace []string

func note(s string) int { trace = append(trace, s); return len(trace) }
func f() int            { note("f"); return 10 }
func pair() (int, string) {
	note("pair")
	return a, d
}

func init() { note("init1") }
func init() { note("init2"); z++ }

func main() {
	fmt.Println(a, b, c, d, e, g, z)
	fmt.Println(table, lazy(), arr, ptr.n, *ptr == st)
	fmt.Println(trace)
	ptr.n++
	fmt.Println(st)
	a, b = b, a
	fmt.Println(a, b)
	p := &a
	*p *= 3
	fmt.Println(a)
	arr[1]++
	arr[z%2] += 5
	fmt.Println(arr)
}
