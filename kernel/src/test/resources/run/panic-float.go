package main

func main() {
	defer print("deferred\n")
	panic(-1.5)
}
