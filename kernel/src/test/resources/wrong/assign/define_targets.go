package main

type T struct{ f int }

func main() {
	var t T
	var s []int
	var p *int
	t.f := 1
	s[0] := 2
	*p := 3
	f() := 4
	t.f, x := 5, 6
	(y) := 7
}
func f() int { return 1 }
