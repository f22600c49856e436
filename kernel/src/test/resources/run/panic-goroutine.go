package main

import "fmt"

type node struct{ next *node }

func walk(n *node, depth int) int {
	if depth == 0 {
		return 0
	}
	return walk(n.next, depth-1) + 1
}

func worker(jobs chan int, out chan int) {
	defer fmt.Println("the worker's deferred call has run")
	for j := range jobs {
		out <- walk(&node{&node{}}, j)
	}
}

func main() {
	defer fmt.Println("never: main's deferred calls do not run")
	jobs, out := make(chan int), make(chan int)
	go worker(jobs, out)
	for i := range 10 {
		jobs <- i
		fmt.Println(<-out)
	}
}
