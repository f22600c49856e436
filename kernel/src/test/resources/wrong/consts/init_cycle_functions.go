package main

var a = f()

func f() int { return g() }
func g() int { return b }

var b = h()

func h() int { return a + 1 }

type T struct{}

func (T) m() int { return c }

var c = T{}.m()

func main() {
	println(a, b)
}
