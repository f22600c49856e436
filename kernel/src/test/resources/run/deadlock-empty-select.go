package main

func main() {
	println("empty")
	select {}
}
