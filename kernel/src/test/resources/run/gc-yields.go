package main

import (
	"fmt"
	"runtime"
	"sync/atomic"
)

// A goroutine that does nothing but collect does not keep the others from running.

type pair struct{ a, b *int }

var left, right pair

func fill(n int) pair { return pair{new(n), new(n + 1)} }

func main() {
	go func() {
		for {
			runtime.GC()
		}
	}()
	for i := range 300 {
		runtime.Gosched()
		left = fill(i)
		right = left
		if left != right || *left.a != i || *right.b != i+1 {
			panic("a pair is not what it was")
		}
	}

	// Others run while it waits, those that yield in between too.
	var steps atomic.Int32
	for range 2 {
		go func() {
			steps.Add(1)
			runtime.Gosched()
			steps.Add(1)
		}()
	}
	for steps.Load() < 4 {
		runtime.GC()
	}
	fmt.Println(steps.Load())
}
