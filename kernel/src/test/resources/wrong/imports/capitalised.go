package main

import "Fmt"

func main() {
	Fmt.Println(1)
}
