package main

type Op func(int, int) int

func apply(op Op, a, b int) int { return op(a, b) }
func neg(a int) int             { return -a }
func add(a, b int) int          { return a + b }
func addf(a, b float64) float64 { return a + b }

func main() {
	apply(add, 1, 2)
	apply(neg, 1, 2)
	apply(addf, 1, 2)
	apply(add(1, 2), 1, 2)
	apply(nil, 1, 2)
	apply(func(a, b int) int { return a }, 1, "2")
	apply(func(a int, b string) int { return a }, 1, 2)
	apply(func(a, b int) { return a }, 1, 2)
	var op Op = neg
	op = add
	op(1)
	op.x = 1
	if op == add {
	}
	if op == nil {
	}
	m := map[string]Op{"neg": neg, "add": add}
	m["add"]("a", 1)
	_ = []Op{add, addf}
}
