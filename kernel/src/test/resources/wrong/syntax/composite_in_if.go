package main

type T struct{ a int }

func main() {
	if x := T{1}; x.a > 0 {
	}
	if T{1} == T{2} {
	}
}
