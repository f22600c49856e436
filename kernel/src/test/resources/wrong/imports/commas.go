package main

import "fmt", "errors"

func main() {
}
