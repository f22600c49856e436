package main

type T struct{ f int }

func get() T   { return T{} }
func num() int { return 1 }

func main() {
	get().f = 1
	num() = 2
	3 = 4
	"a" = "b"
	m := map[string]T{}
	m["a"].f = 1
	"abc"[0] = 'x'
	s := "abc"
	s[0] = 'x'
	1 + 2 = 3
	-s = s
	T{}.f = 1
	[3]int{}[0] = 1
	(func() {}) = nil
}
