package main

func f() {
	local := 1
	_ = local
}

func main() {
	if x := 1; x > 0 {
		y := 2
		_ = y
	}
	println(x, y, local)
	for i := range 3 {
		_ = i
	}
	println(i)
	{
		z := 1
		_ = z
	}
	z = 2
}
