package main

type T struct{}

func () a() {}
func (t T, u T) b() {}
func (t T) {}

func main() {
}
