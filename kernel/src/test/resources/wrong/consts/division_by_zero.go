package main

const z = 0

func main() {
	x := 5
	println(1 / 0)
	println(x / 0)
	println(x % 0)
	println(1.0 / 0)
	println(1.0 / 0.0)
	println(x / z)
	println(5 % z)
	f := 1.5
	println(f / 0)
	x /= 0
	const c = 3 / z
	var u uint8 = 4 / uint8(0)
	_ = u
}
