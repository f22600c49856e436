package main

func main() {
	println(08)
	println(0b12)
	println(0x)
	println(1_)
	println(1__0)
	println(0o8)
	println(1e)
	println(0x1.0)
	println(0b1e3)
}
