package main

// What functions behind go and defer statements hold of their operands.

var done chan bool = make(chan bool, 99)

func take(n int, f func(), p *int) { f(); done <- true }

func takeAll(p *[5]int, more ...int) { done <- p != nil }

type pair struct{ a, b int }

func (p pair) both(n int) { done <- true }

func wait(n int) {
	for range n {
		<-done
	}
}

func literal() {
	go func(n int) { done <- true }(3)
	wait(1)
}

func argument() {
	n := 1
	go take(n, func() {}, nil)
	wait(1)
}

func made() {
	go takeAll(new([5]int), 1, 2, 3)
	go takeAll(new([5]int))
	wait(2)
}

func methods() {
	go pair.both(pair{1, 2}, 3)
	go pair{3, 4}.both(5)
	f := pair.both
	go f(pair{}, 1)
	wait(3)
}

func inLoop() {
	for i := range 3 {
		go func(k int) { done <- true }(i)
		go take(i, func() {}, new(int))
	}
	wait(6)
}

func freshDefers() {
	for i := range 2 {
		defer takeAll(new([5]int), i)
		defer func(k int) { done <- true }(i)
	}
	done <- true
	wait(1)
}
