package main

import "fmt"

func name(s string, c chan int) chan int { fmt.Print(s, " "); return c }

func value(v int) int { fmt.Print("v", v, " "); return v }

type box struct {
	v  int
	ok bool
}

func defaults() {
	c := make(chan int, 1)
	for range 3 {
		select {
		case v := <-c:
			fmt.Println("got", v)
		default:
			fmt.Println("nothing")
			c <- 5
		}
	}
	select {
	case c <- 6:
		fmt.Println("sent")
	default:
		fmt.Println("full")
	}
	<-c
	select {
	default:
	}
	select {
	case <-c:
	default:
		fmt.Println("empty")
	}
}

func order() {
	a, b := make(chan int, 1), make(chan int, 1)
	b <- 1
	select {
	case name("a", a) <- value(1):
	case <-name("b", nil):
	case name("n", nil) <- value(2):
	}
	fmt.Println(len(a), len(b))
}

func nils() {
	var none chan int
	some := make(chan int, 1)
	some <- 3
	for range 3 {
		select {
		case v := <-none:
			fmt.Println("never", v)
		case none <- 1:
			fmt.Println("never")
		case v, ok := <-some:
			fmt.Println(v, ok)
			close(some)
			some = nil
		default:
			fmt.Println("all are nil")
		}
	}
}

// The left side of a receive is evaluated only when its case is chosen.
func places() {
	c := make(chan int, 4)
	c <- 1
	c <- 2
	c <- 3
	var b box
	a := []int{0, 0}
	m := map[string]int{}
	at := func() int { fmt.Print("at "); return 1 }
	select {
	case b.v, b.ok = <-c:
	}
	select {
	case a[at()] = <-c:
	case <-make(chan int):
	}
	select {
	case m["k"] = <-c:
	}
	var x any
	c <- 9
	select {
	case x = <-c:
	}
	fmt.Println(b, a, m, x)
	c <- 1
	select {
	case _, ok := <-c:
		fmt.Println(ok)
	}
	c <- 1
	select {
	case _ = <-c:
	}
	c <- 1
	select {
	case (<-c):
	}
	fmt.Println(len(c))
}

func loops() {
	c, quit := make(chan int), make(chan bool)
	go func() {
		for i := range 5 {
			c <- i
		}
		quit <- true
	}()
	sum := 0
loop:
	for {
		select {
		case v := <-c:
			if v == 1 {
				continue loop
			}
			sum += v
		case <-quit:
			break loop
		}
	}
	fmt.Println("sum", sum)
	for i := range 3 {
		select {
		default:
			if i == 1 {
				break
			}
			fmt.Print(i, " ")
		}
	}
	fmt.Println()
}

func both() {
	// Sends and receives of one channel: a goroutine never meets itself.
	c := make(chan int)
	done := make(chan int)
	for id := range 2 {
		go func() {
			select {
			case c <- id:
				done <- 10
			case v := <-c:
				done <- v
			}
		}()
	}
	r := <-done + <-done
	fmt.Println(r == 10 || r == 11)
}

func fair() {
	a, b := make(chan int, 1), make(chan int, 1)
	na, nb := 0, 0
	for range 200 {
		a <- 1
		b <- 1
		select {
		case <-a:
			na++
			<-b
		case <-b:
			nb++
			<-a
		}
	}
	fmt.Println(na+nb, na > 50, nb > 50)
}

func closed() {
	c := make(chan string)
	go close(c)
	select {
	case v, ok := <-c:
		fmt.Printf("%q %v\n", v, ok)
	}
	defer func() { fmt.Println(recover()) }()
	select {
	case c <- "x":
	default:
		fmt.Println("never")
	}
}

func mixed() {
	ints, strs, big := make(chan int), make(chan string), make(chan [20]int)
	out := make(chan int, 1)
	go func() { ints <- 1; strs <- "two"; big <- [20]int{19: 3}; out <- 0 }()
	for n := 0; n < 3; {
		select {
		case v := <-ints:
			fmt.Print(v, " ")
			n++
		case v, ok := <-strs:
			fmt.Print(v, ok, " ")
			n++
		case v := <-big:
			fmt.Print(v[19], " ")
			n++
		}
	}
	<-out
	fmt.Println()
}

func main() {
	defaults()
	order()
	nils()
	places()
	loops()
	both()
	fair()
	closed()
	mixed()
}
