package main

var x = 1

func main() {
	x := "a"
	x = 5
	if x := 1.5; x > "a" {
		x := true
		x = 1
	}
	for x := range 3 {
		x := x
		x = "b"
	}
	{
		var x []int
		x = x + 1
	}
	func() {
		x = nil
	}()
}
