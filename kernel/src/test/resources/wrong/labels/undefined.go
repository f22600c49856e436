package main

func main() {
	goto A
	for {
		break B
		continue C
	}
}
