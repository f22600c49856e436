package main

import (
	f "fmt"
	g "nosuch"
	. "neither"
	_ "nor"
)

func main() {
	f.Println(g.X)
}
