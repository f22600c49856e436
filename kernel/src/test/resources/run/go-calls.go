package main

import "fmt"

type counter struct {
	n    int
	done chan int
}

func (c *counter) add(k int) { c.n += k; c.done <- c.n }

func (c counter) show(s string) { c.done <- len(s) + c.n }

type adder interface{ add(int) }

type inner struct{ *counter }

var done = make(chan int)

func plain() { done <- 1 }

func two(a int, b string) (int, string) {
	done <- a + len(b)
	return a, b
}

func pair() (int, string) { return 20, "abc" }

func many(first int, rest ...int) {
	for _, r := range rest {
		first += r
	}
	done <- first
}

func give(f func(int)) func(int) { return f }

func main() {
	go plain()
	fmt.Println(<-done)

	go two(4, "four")
	fmt.Println(<-done)

	go two(pair())
	fmt.Println(<-done)

	go many(1)
	fmt.Println(<-done)
	go many(1, 2, 3)
	fmt.Println(<-done)
	s := []int{10, 20}
	go many(1, s...)
	s[0] = 50
	fmt.Println(<-done)

	c := &counter{done: done}
	go c.add(3)
	fmt.Println(<-done)
	go c.show("xyz")
	c.n = 1000
	fmt.Println(<-done)
	c.n = 3

	var a adder = c
	go a.add(4)
	fmt.Println(<-done)

	in := inner{c}
	go in.add(5)
	fmt.Println(<-done)

	m := c.add
	go m(6)
	fmt.Println(<-done)

	e := (*counter).add
	go e(c, 7)
	fmt.Println(<-done)

	x := counter.show
	go x(*c, "ab")
	fmt.Println(<-done)

	go func() { done <- 40 }()
	fmt.Println(<-done)

	go func(k int, f func() int) { done <- k + f() }(2, func() int { return 5 })
	fmt.Println(<-done)

	go give(func(k int) { done <- k * 2 })(21)
	fmt.Println(<-done)

	fs := []func(){plain, func() { done <- 2 }}
	for _, f := range fs {
		go f()
	}
	fmt.Println(<-done + <-done)

	mp := map[string]func(int){"f": func(k int) { done <- -k }}
	go mp["f"](9)
	fmt.Println(<-done)

	// Operands are evaluated by who says go.
	order := ""
	next := func(s string, v int) int { order += s; return v }
	go func(a, b, c int) { done <- a + b + c }(next("a", 1), next("b", 2), next("c", 3))
	fmt.Println(order, <-done)

	// Builtins.
	q := make(chan int, 1)
	go close(q)
	_, ok := <-q
	fmt.Println(ok)
	dst, src := make([]int, 3), []int{1, 2, 3}
	go copy(dst, src)
	del := map[int]int{1: 1}
	go delete(del, 1)
	go clear(src)
	go plain()
	<-done
	go plain()
	<-done
	fmt.Println(dst[0] == 1 || dst[0] == 0)

	// Every round of a loop has its own variable.
	for i := range 3 {
		go func() { done <- i }()
	}
	sum := 0
	for range 3 {
		sum += 1 << (4 * <-done)
	}
	fmt.Printf("%x\n", sum)

	var wide [30]int
	for i := range wide {
		wide[i] = i
	}
	go func(w [30]int, last string) { done <- w[29] + len(last) }(wide, "end")
	wide[29] = 0
	fmt.Println(<-done)

	var nested func(int)
	nested = func(n int) {
		if n == 0 {
			done <- 77
			return
		}
		go nested(n - 1)
	}
	go nested(20)
	fmt.Println(<-done)
}
