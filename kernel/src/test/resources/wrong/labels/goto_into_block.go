package main

func main() {
	goto L
	if true {
	L:
		println(1)
	}
	for {
	M:
		println(2)
		break
	}
	goto M
}
