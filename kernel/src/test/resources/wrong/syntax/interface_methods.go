package main

type I interface {
	func m()
	n() int int
}

func main() {
}
