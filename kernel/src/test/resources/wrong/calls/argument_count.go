package main

func none()              {}
func one(a int)          {}
func two(a int, b string) {}
func ret() (int, string) { return 1, "" }

func main() {
	none(1)
	one()
	one(1, 2)
	two(1)
	two(1, "a", 3)
	two()
	two(ret())
	one(ret())
	two(ret(), 1)
	none(ret())
	none(none())
}
