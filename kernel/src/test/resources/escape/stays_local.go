package main

func local() int {
	x := 1
	p := &x
	return *p
}

func main() {}
