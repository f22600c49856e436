package main

func main() {
	for i := 0; i < 3 {
	}
	for var i = 0; i < 3; i++ {
	}
	for i := 0; i < 3; j := 1 {
	}
}
