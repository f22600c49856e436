package main

func f(a int, a string) {}
func g(a int) (a int) { return }
func (t T) h(t int) {}
func k(a int) {
	var a string
	_ = a
}

type T struct{}

func main() {
}
