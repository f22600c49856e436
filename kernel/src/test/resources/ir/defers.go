package main

type T struct{ n int }

func (t T) show(s string) { println(t.n, s) }

func (t *T) done() {}

func guard(x int) (err any) {
	defer func() { err = recover() }()
	return 10 / x
}

func all(t *T, f func()) {
	defer f()
	defer t.show("x")
	defer t.done()
	defer println("a", t.n)
	for i := 0; i < 2; i++ {
		defer println(i)
	}
}

func main() {
	guard(0)
	all(&T{1}, func() {})
}
