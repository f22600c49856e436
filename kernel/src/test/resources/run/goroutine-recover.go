package main

import "fmt"

type failure struct{ code int }

func (f failure) Error() string { return fmt.Sprint("failure ", f.code) }

func safely(id int, f func(), out chan<- string) {
	defer func() {
		out <- fmt.Sprint(id, ": ", recover())
	}()
	f()
}

func deep(n int) {
	if n == 0 {
		panic(failure{7})
	}
	defer func() { n-- }()
	deep(n - 1)
}

func main() {
	out := make(chan string)
	var none map[string]int
	c := make(chan int)
	close(c)
	fs := []func(){
		func() {},
		func() { panic("oh") },
		func() { none["a"] = 1 },
		func() { deep(50) },
		func() { close(c) },
		func() { c <- 1 },
		func() { var n chan int; close(n) },
		func() { _ = []int{}[len(none)] },
	}
	for i, f := range fs {
		go safely(i, f, out)
		fmt.Println(<-out)
	}

	// A defer that sends while the panic is under way.
	step := make(chan string)
	go func() {
		defer func() { recover(); step <- "last" }()
		defer func() { step <- "middle" }()
		defer func() { step <- "first" }()
		panic("p")
	}()
	fmt.Println(<-step, <-step, <-step)

	// recover in main knows nothing of another goroutine's panic.
	go func() {
		defer close(step)
		defer func() { recover() }()
		panic("q")
	}()
	for range step {
	}
	fmt.Println(recover())

	// Both the waiting sender and the waiting receiver learn of a close.
	d, told := make(chan int), make(chan any, 2)
	go func() {
		defer func() { told <- recover() }()
		d <- 1
	}()
	e := make(chan int)
	go func() { v, ok := <-e; told <- fmt.Sprint(v, ok) }()
	for range 100 {
		ready := make(chan int)
		go func() { ready <- 1 }()
		<-ready
	}
	close(e)
	fmt.Println(<-told)
	close(d)
	fmt.Println(<-told)
}
