package main

import (
	"fmt/"
	"math//bits"
)

func main() {
}
