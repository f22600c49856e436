package main

import "fmt"

// sieve: a chain of goroutines, each taking out the multiples of its prime.
func generate(ch chan<- int) {
	for i := 2; ; i++ {
		ch <- i
	}
}

func filter(in <-chan int, out chan<- int, prime int) {
	for {
		if i := <-in; i%prime != 0 {
			out <- i
		}
	}
}

type tree struct {
	left, right *tree
	v           int
}

func insert(t *tree, v int) *tree {
	if t == nil {
		return &tree{v: v}
	}
	if v < t.v {
		t.left = insert(t.left, v)
	} else {
		t.right = insert(t.right, v)
	}
	return t
}

func walk(t *tree, c chan<- int) {
	if t != nil {
		walk(t.left, c)
		c <- t.v
		walk(t.right, c)
	}
}

func parallel(n int) int {
	if n < 2 {
		return n
	}
	c := make(chan int, 2)
	go func() { c <- parallel(n - 1) }()
	go func() { c <- parallel(n - 2) }()
	return <-c + <-c
}

// A stack that grows while others wait with addresses into theirs.
func grow(n int, c chan int) int {
	var pad [20]int
	pad[n%20] = n
	if n == 0 {
		v := <-c
		return v
	}
	return grow(n-1, c) + pad[n%20]
}

func main() {
	ch := make(chan int)
	go generate(ch)
	for range 10 {
		p := <-ch
		fmt.Print(p, " ")
		next := make(chan int)
		go filter(ch, next, p)
		ch = next
	}
	fmt.Println()

	var t *tree
	for _, v := range []int{5, 2, 8, 1, 9, 3} {
		t = insert(t, v)
	}
	out := make(chan int)
	go func() { walk(t, out); close(out) }()
	for v := range out {
		fmt.Print(v, " ")
	}
	fmt.Println()

	fmt.Println(parallel(12))

	const workers, jobs = 8, 100
	in, res := make(chan int), make(chan int)
	for range workers {
		go func() {
			for j := range in {
				res <- j * j
			}
		}()
	}
	go func() {
		for j := range jobs {
			in <- j
		}
		close(in)
	}()
	sum := 0
	for range jobs {
		sum += <-res
	}
	fmt.Println(sum)

	c := make(chan int)
	got := make(chan int)
	for range 10 {
		go func() { got <- grow(200, c) }()
	}
	for i := range 10 {
		c <- i
	}
	total := 0
	for range 10 {
		total += <-got
	}
	fmt.Println(total)

	// As a lock and as a set of permits.
	lock := make(chan bool, 1)
	n := 0
	end := make(chan bool)
	for range 50 {
		go func() {
			lock <- true
			n++
			<-lock
			end <- true
		}()
	}
	for range 50 {
		<-end
	}
	fmt.Println(n)

	ring := make(chan int)
	first := ring
	for range 1000 {
		next := make(chan int)
		go func(in, out chan int) { out <- 1 + <-in }(ring, next)
		ring = next
	}
	first <- 0
	fmt.Println(<-ring)
}
