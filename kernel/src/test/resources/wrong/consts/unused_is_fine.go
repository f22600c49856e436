package main

const a = 1

func main() {
	const b = 2
	type t int
	c := 3
}
