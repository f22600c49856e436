package main

func main() {
	s := "hello"
	s[0] = 'H'
	s[1]++
	p := &s[0]
	s[0], s[1] = s[1], s[0]
	for i := range s {
		s[i] = 0
	}
	_ = p
}
