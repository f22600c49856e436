package main

type T struct{ a, b int }
func fld(p *T) *int { return &p.a }

func main() {}
