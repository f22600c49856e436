package main

func main() {
	len := 3
	println(len("abc"))
	true := 0
	if true {
	}
	int := 1
	var x int
	nil := 1
	var p *string = nil
}
