package main

func main() {
	func inner() {
		println(1)
	}
	inner()
}
