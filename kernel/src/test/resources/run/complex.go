package main

import "fmt"

func mul(a, b complex128) complex128 { return a * b }

func main() {
	a := complex(1, 2)
	b := 3 - 4i
	fmt.Println(a+b, a-b, a*b, a/b, -a, a == b, a != b, real(a), imag(b))
	a *= b
	a += 1
	fmt.Println(a, mul(a, a))
	var c complex64 = complex64(b)
	c = c * c
	fmt.Println(c, real(c), imag(c), c == complex64(b), complex128(c)/2)
	c /= 2i
	fmt.Println(c)
	var z complex128
	fmt.Println(z, z == 0, b/complex(0, 1))
	zs := []complex128{1, 2i, 3 + 3i}
	sum := 0i
	for _, z := range zs {
		sum += z * z
	}
	fmt.Println(sum, len(zs))
	a, b = b, a
	fmt.Println(a, b)
	type pair struct {
		c complex64
		d complex128
	}
	p := pair{1 + 1i, 2 + 2i}
	p.c *= 2
	p.d -= 1i
	fmt.Println(p)
}
