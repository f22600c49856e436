package main

func main() {
	for i := 0; i < "a"; i++ {
	}
	for i := 0; i; i++ {
	}
	for i := "a"; i < 3; i++ {
	}
	for i, j := 0, 1; i < j; i++, j-- {
	}
}
