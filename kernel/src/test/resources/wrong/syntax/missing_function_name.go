package main

func (x int) {
}

func [T any](x T) {}

func main() {
}
