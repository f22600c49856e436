package main

func main() {
L:
	for {
	}
	for {
		break L
		continue L
	}
M:
	if true {
		for {
			break M
			continue M
		}
	}
}
