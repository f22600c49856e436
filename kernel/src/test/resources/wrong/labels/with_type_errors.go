package main

func main() {
L:
	for {
		var s string = 1
		break M
	}
	x := 2
}
