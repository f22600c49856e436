package main

func fill(c chan string, n int) {
	for range n {
		c <- "x"
	}
}

func main() {
	c := make(chan string, 2)
	fill(c, 3)
}
