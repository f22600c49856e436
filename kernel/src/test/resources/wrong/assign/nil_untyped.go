package main

func main() {
	x := nil
	var y = nil
	z, w := 1, nil
	const c = nil
	_ = nil
	a := [...]any{nil}
	_ = a
}
