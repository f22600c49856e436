package main

var global *int
var deep **int

func store(p *int) { global = p }
func storeC(p **int) { global = *p }
func storeA(p *int) { deep = &p }

func main() {}
