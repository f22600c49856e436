package main

func main() {
	println("a"
	println("b")
}
