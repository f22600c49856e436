package main; import "fmt"; import "nope"; func main() { fmt.Println() }
