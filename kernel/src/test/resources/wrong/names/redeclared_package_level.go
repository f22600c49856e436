package main

var a int
var a string
const b = 1
type b int
func c() {}
func c() {}
type d struct{}
func d() {}

func main() {
}

func main() {
}
