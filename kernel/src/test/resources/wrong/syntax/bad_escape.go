package main

func main() {
	println("a\qb")
	println("\x4")
	println('\400')
	println("\uD800", "\U00110000")
}
