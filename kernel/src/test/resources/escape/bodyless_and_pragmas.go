package main

//go:noinline
func ni(p *int) *int { return p }

//go:nosplit
func ns(p *int) int { return *p }

func main() {}
