package main

func main() {
	var x
	var y =
	println(1)
}
