package main

type handler func(int) int

type server struct {
	h    handler
	name string
}

func (s *server) serve(n int) int { return s.h(n) }

func main() {
	s := &server{name: "x"}
	println(s.name)
	println(s.serve(1))
}
