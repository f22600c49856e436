package main

func main() {
	x := 1
	switch x {
	case 1:
	case 2, 1:
	case 3, 3:
	}
	s := "a"
	switch s {
	case "a", "b":
	case "a":
	}
	switch {
	case true:
	case true:
	case x > 1:
	case x > 1:
	}
	switch x {
	default:
	case 1:
	default:
	}
	switch 1.5 {
	case 1.5:
	case 3.0 / 2:
	}
	switch 'a' {
	case 97:
	case 'a':
	}
	const c = 5
	switch x {
	case c:
	case 5:
	}
}
