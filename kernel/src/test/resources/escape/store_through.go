package main

func leakTo2(a **int, b *int) { *a = b }
func leakTo3(a []*int, b *int) { a[0] = b }
func leakTo4(a map[int]*int, b *int) { a[0] = b }
func leakTo5(a *[2]*int, b *int) { a[1] = b }
func leakTo6(a [2]*int, b *int) [2]*int {
	a[1] = b
	return a
}

func main() {}
