package main

func f() {}

func main() {
	f = nil
	main = f
	println = nil
	len = 1
	true = false
	nil = 1
	iota = 2
}
