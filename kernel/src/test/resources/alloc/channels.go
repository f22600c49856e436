package main

// Channels are always on the heap; a goroutine's descriptor and stack are used again.

var sink chan int
var seven = 7

func made() {
	sink = make(chan int)
	sink = make(chan int, 10)
	sink = make(chan int, seven)
	_ = make(chan struct{})
	_ = make(chan struct{}, 10)
	_ = make(chan *int)
	_ = make(chan *int, 10)
	_ = make(chan string, 3)
	_ = make(chan byte, 100)
	_ = make(chan bool, 0)
}

func local() {
	c := make(chan int, 3)
	c <- 1
	c <- 2
	close(c)
	for v := range c {
		println(v)
	}
}

func started() {
	c := make(chan int)
	go func() { c <- 1 }()
	println(<-c)
}

func startedWithArguments() {
	c := make(chan int)
	for i := 0; i < 5; i++ {
		go send(c, i)
	}
	t := 0
	for i := 0; i < 5; i++ {
		t += <-c
	}
	println(t)
}

func send(c chan int, v int) { c <- v }

func selected() {
	c := make(chan int, 1)
	d := make(chan string, 1)
	c <- 1
	select {
	case v := <-c:
		println(v)
	case s := <-d:
		println(s)
	}
	select {
	case s := <-d:
		println(s)
	default:
		println("none")
	}
}

func passed() {
	c := make(chan []int)
	d := make(chan bool)
	go func() {
		for s := range c {
			println(len(s))
		}
		d <- true
	}()
	for i := 0; i < 4; i++ {
		c <- make([]int, i)
	}
	close(c)
	<-d
}
