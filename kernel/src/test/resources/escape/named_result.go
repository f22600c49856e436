package main

func named(x *int) (y *int) {
	y = x
	return y
}
func named2(x *int) (y *int) {
	y = x
	return
}
func swap(x, y *int) (a, b *int) { return y, x }
func blank(x, _ *int) (_ *int, r *int) { return x, nil }

func main() {}
