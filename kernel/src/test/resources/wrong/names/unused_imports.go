package main

import (
	"errors"
	"fmt"
	m "math"
)

func main() {
}
