package main

func main() {
	switch x := 1; {
	case x:
	}
	switch y := 2; y := 3 {
	}
	switch z := 1; z {
	case w:
	}
	switch {
	case 1 == 1, 2 == "a":
	}
	switch x := 5; x {
	case 1, 2, "three":
	}
}
