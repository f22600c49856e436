package main

type server struct {
	in  chan int
	out chan string
}

func (s *server) run(id int) {
	for v := range s.in {
		if v > id {
			s.out <- "big"
		}
	}
}

func main() {
	s := &server{make(chan int), make(chan string)}
	var none chan int
	ready := make(chan bool)
	go func() { ready <- true; none <- 1 }()
	<-ready
	go func() { ready <- true; <-none }()
	<-ready
	go func() { ready <- true; select {} }()
	<-ready
	go func() {
		ready <- true
		select {
		case <-s.out:
		case none <- 2:
		}
	}()
	<-ready
	go s.run(1)
	for i := range 5 {
		s.in <- i
	}
	<-s.in
}
