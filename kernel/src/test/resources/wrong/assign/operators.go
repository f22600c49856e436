package main

func main() {
	s := "a"
	s -= "b"
	s *= 2
	s++
	b := true
	b += false
	b &= true
	b++
	f := 1.5
	f %= 2
	f <<= 1
	f |= 1
	f++
	n := 1
	n += 1.5
	n += "x"
	n <<= -1
	n /= 0
	n %= 0
	n &&= 1
}
