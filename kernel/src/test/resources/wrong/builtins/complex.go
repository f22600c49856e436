package main

func main() {
	_ = complex(1, "a")
	_ = complex(1)
	_ = real(1.5)
	_ = real("a")
	_ = imag(true)
	var f float32
	var g float64
	_ = complex(f, g)
	var c complex128 = complex(f, f)
	var d complex64 = 1 + 2i
	var i int = 2i
	_ = d < d
	real(c)
	_ = i
}
