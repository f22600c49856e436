package main

type pair struct{ a int }

//go:noinline
func show[T any](x T) { println(x) }

func main() {
	show(1)
	show([2]int{})
	show(pair{})
}
