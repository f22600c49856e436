package main

func main() {
outer:
	for i := 0; i < 3; i++ {
		for j := range 3 {
			if i == j {
				continue outer
			}
			if i == "a" {
				break outer
			}
		}
		x := i
	}
	for range 3 {
		continue inner
	}
}
