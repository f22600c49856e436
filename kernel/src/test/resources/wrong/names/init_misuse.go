package main

var init = 1

func init() {}

func main() {
	init()
}
