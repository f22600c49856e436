package main

func a(yield func(int) bool)          {}
func b(yield func(int))               {}
func c(yield func(int, string) bool)  {}
func d()                              {}
func e(yield func() bool) int         { return 0 }
func f(a, b int)                      {}
func g(yield func(a, b, c int) bool)  {}

func main() {
	for x := range a {
		var s string = x
		_ = s
	}
	for range b {
	}
	for x, y, z := range c {
	}
	for x, y := range a {
	}
	for range d {
	}
	for range e {
	}
	for range f {
	}
	for range g {
	}
	for x := range c {
		_ = x
	}
}
