package main

import "fmt"

type point struct {
	x, y int
	name string
}

type huge struct{ words [40]int }

type shape interface{ area() int }

func (p point) area() int { return p.x * p.y }

// count sends 0 … n-1 and closes.
func count(n int, out chan<- int) {
	for i := range n {
		out <- i
	}
	close(out)
}

func square(in <-chan int, out chan<- int) {
	for v := range in {
		out <- v * v
	}
	close(out)
}

func ofEach() {
	s := make(chan string, 1)
	s <- "hello, " + fmt.Sprint(7)
	fmt.Println(<-s)

	p := make(chan point)
	go func() { p <- point{3, 4, "p"} }()
	fmt.Println(<-p)

	h := make(chan huge, 2)
	go func() {
		for i := range 3 {
			var b huge
			b.words[39] = i + 1
			h <- b
		}
		close(h)
	}()
	for b := range h {
		fmt.Println(b.words[0], b.words[39])
	}

	i := make(chan shape, 1)
	i <- point{2, 5, "i"}
	fmt.Println((<-i).area())

	a := make(chan any, 4)
	a <- 1
	a <- "two"
	a <- nil
	a <- []int{4}
	fmt.Println(<-a, <-a, <-a, <-a)

	f := make(chan func(int) int)
	go func() { f <- func(n int) int { return n + 100 } }()
	fmt.Println((<-f)(1))

	m := make(chan map[string]int, 1)
	m <- map[string]int{"k": 9}
	fmt.Println((<-m)["k"])

	c := make(chan chan int, 1)
	c <- make(chan int, 1)
	in := <-c
	in <- 8
	fmt.Println(<-in)

	e := make(chan struct{}, 3)
	e <- struct{}{}
	fmt.Println(len(e), cap(e), <-e, len(e))

	b := make(chan bool, 2)
	b <- true
	b <- false
	fmt.Println(<-b, <-b)

	y := make(chan byte, 5)
	for _, v := range []byte("abc") {
		y <- v
	}
	close(y)
	for v := range y {
		fmt.Print(v, " ")
	}
	fmt.Println()

	arr := make(chan [3]int16, 1)
	arr <- [3]int16{1, -2, 3}
	fmt.Println(<-arr)

	x := make(chan complex128, 1)
	x <- 1 + 2i
	fmt.Println(<-x)

	u := make(chan float32, 1)
	u <- 0.5
	fmt.Println(<-u)
}

type queue chan int

func (q queue) put(v int) { q <- v }

func (q queue) take() int { return <-q }

func main() {
	nums, squares := make(chan int), make(chan int, 2)
	go count(5, nums)
	go square(nums, squares)
	sum := 0
	for v := range squares {
		sum += v
		fmt.Print(v, " ")
	}
	fmt.Println(sum)
	v, ok := <-squares
	fmt.Println(v, ok)

	ofEach()

	q := make(queue, 4)
	q.put(5)
	q.put(6)
	fmt.Println(len(q), cap(q), q.take(), q.take())

	var none chan int
	fmt.Println(none == nil, len(none), cap(none))
	one, two := make(chan int), make(chan int)
	same := one
	fmt.Println(one == two, one == same, any(one) == any(same))
	names := map[chan int]string{one: "one", two: "two"}
	fmt.Println(names[same], names[two], len(names))
	fmt.Printf("%T %T %T %T\n", one, (<-chan int)(one), (chan<- int)(one), q)

	// A closed channel gives what is in its buffer, then zero values.
	c := make(chan int, 3)
	c <- 1
	c <- 2
	close(c)
	for range 3 {
		v, ok := <-c
		fmt.Print(v, ok, " ")
	}
	fmt.Println(len(c), cap(c))

	// The buffer goes round.
	r := make(chan int, 3)
	for i := range 10 {
		r <- i
		if i >= 2 {
			fmt.Print(<-r, len(r), " ")
		}
	}
	fmt.Println()

	n := 0
	for range r {
		n++
		if n == 2 {
			break
		}
	}
	fmt.Println("left", len(r))
	_, ok = <-c
	_ = <-c
	<-c
	fmt.Println(ok)
}
