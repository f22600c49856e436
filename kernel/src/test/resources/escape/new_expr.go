package main

func n1() *int    { return new(5) }
func n2(x int) *int { return new(x) }
func n3() int {
	p := new("a")
	return len(*p)
}
func n4(p *int) **int { return new(p) }
func n5() **int {
	x := 1
	return new(&x)
}
func n6(a, b int) bool { return *new(a == b) }

func main() {}
