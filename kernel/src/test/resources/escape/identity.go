package main

type T struct{ a, b int }
func id(p *T) *T { return p }

func main() {}
