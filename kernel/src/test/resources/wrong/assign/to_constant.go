package main

const c = 1
const s = "abc"

func main() {
	c = 2
	c++
	c += 3
	s[0] = 'x'
	p := &c
	_ = p
}
