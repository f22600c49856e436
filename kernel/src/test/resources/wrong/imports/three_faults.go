package main

import (
	foo
	bar
	"a
)

func main() {
}
