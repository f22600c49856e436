package main

import "fmt"

type text string

func (t text) at(i int) byte { return t[i] }

func main() {
	t := text("héllo")
	for i := 4; ; i++ {
		fmt.Println(i, t.at(i))
	}
}
