package main

import "fmt/print"
import "math/nothing"

func main() {
}
