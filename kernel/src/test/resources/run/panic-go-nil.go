package main

func main() {
	println("begin")
	var f func()
	go f()
	select {}
}
