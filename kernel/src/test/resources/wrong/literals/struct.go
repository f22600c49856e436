package main

type P struct {
	x, y int
	name string
}

func main() {
	_ = P{1, 2}
	_ = P{1, 2, "a", 3}
	_ = P{1, "a", 2}
	_ = P{x: 1, 2}
	_ = P{x: 1, z: 2}
	_ = P{x: 1, x: 2}
	_ = P{x: "a"}
	_ = P{1, 2, name: "a"}
	_ = P{"x": 1}
	_ = P{0: 1}
	_ = &P{1}
	_ = P{y: 1, "a"}
	_ = P{x: nil}
	_ = P{x y}
}
