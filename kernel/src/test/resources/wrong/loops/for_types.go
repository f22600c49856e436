package main

func main() {
	for i := 0; i < "a"; i++ {
	}
	for i := 0; i; i++ {
	}
	for i := "a"; i < 3; i++ {
	}
	for i, j := 0; i < j; i++ {
	}
	for i := 0; i < 10; i += "x" {
	}
	for i := 0; i < 10; 1 {
	}
	for x := 1; ; {
	}
	for i := 0; i < n; i++ {
	}
	for i = 0; i < 3; i++ {
	}
	var f float64
	for f := 0; f < 1.5; f += 0.1 {
	}
	for ; f; {
	}
	println(i)
}
