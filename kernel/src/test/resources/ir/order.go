package main

var n int

func f() int { n++; return n }

func two() (int, int) { return f(), f() }

func add(a, b int) int { return a + b }

// Variables are read after the calls of their expression, as gc does it.
func order(a []int) int {
	x := n + f()
	a[f()], a[f()] = f(), x
	x += f()
	return add(two()) + x
}

func swap(a []int, i, j int) {
	a[i], a[j] = a[j], a[i]
	i, j = j, i
	a[i], i = i, 3
}

func shortCircuit(a, b, c bool) bool {
	if a && (b || !c) {
		return a || b
	}
	return false
}

func main() {
	order(make([]int, 10))
}
