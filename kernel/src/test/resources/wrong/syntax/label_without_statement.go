package main

func main() {
	for {
		goto
	}
L:
}
