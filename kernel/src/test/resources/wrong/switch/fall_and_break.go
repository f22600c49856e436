package main

func f(x int) string {
	switch x {
	case 1:
		return "one"
	case 2:
		fallthrough
	case 3:
		y := "three"
	}
	switch {
	case x > 5:
		return 5
	default:
		return "many"
	}
	return
}

func main() {
	f("a")
}
