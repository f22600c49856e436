package main

import (
	"fmt"
	"fmt/nothing"
	"foo/bar"
)

func main() {
	fmt.Println(1)
}
