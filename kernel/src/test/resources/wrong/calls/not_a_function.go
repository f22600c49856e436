package main

type T struct{ f int }

func main() {
	x := 1
	x()
	x(1, 2)
	"a"()
	1()
	var t T
	t.f()
	t()
	nil()
	[]int{1}()
	T{}()
	(1 + 2)()
}
