package main

import (
	"fmt"
	"sort"
	"sync"
	"sync/atomic"
	"time"
)

type account struct {
	mu      sync.RWMutex
	balance map[string]int
}

func (a *account) add(name string, n int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.balance[name] += n
}

func (a *account) get(name string) int {
	a.mu.RLock()
	defer a.mu.RUnlock()
	return a.balance[name]
}

type queue struct {
	mu    sync.Mutex
	ready *sync.Cond
	items []int
}

func (q *queue) put(n int) {
	q.mu.Lock()
	q.items = append(q.items, n)
	q.mu.Unlock()
	q.ready.Signal()
}

func (q *queue) take() int {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.items) == 0 {
		q.ready.Wait()
	}
	n := q.items[0]
	q.items = q.items[1:]
	return n
}

func main() {
	var wg sync.WaitGroup
	var mu sync.Mutex
	n, total := 0, int64(0)
	for i := 0; i < 20; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for k := 0; k < 50; k++ {
				mu.Lock()
				n++
				mu.Unlock()
				atomic.AddInt64(&total, int64(i))
			}
		}()
	}
	wg.Wait()
	fmt.Println(n, total)

	a := account{balance: map[string]int{}}
	for i := 0; i < 8; i++ {
		wg.Go(func() {
			a.add("x", i)
			a.get("x")
			a.add("y", 1)
		})
	}
	wg.Wait()
	fmt.Println(a.get("x"), a.get("y"))

	q := &queue{}
	q.ready = sync.NewCond(&q.mu)
	got := make(chan int)
	for i := 0; i < 5; i++ {
		go func() { got <- q.take() }()
	}
	for i := 0; i < 5; i++ {
		q.put(i * i)
	}
	all := []int{}
	for i := 0; i < 5; i++ {
		all = append(all, <-got)
	}
	sort.Ints(all)
	fmt.Println(all)

	var once sync.Once
	start := make(chan bool)
	var broadcast sync.WaitGroup
	for i := 0; i < 4; i++ {
		broadcast.Add(1)
		go func() {
			<-start
			once.Do(func() { fmt.Println("once") })
			broadcast.Done()
		}()
	}
	close(start)
	broadcast.Wait()

	mu.Lock()
	go func() {
		time.Sleep(time.Millisecond)
		mu.Unlock()
	}()
	mu.Lock()
	fmt.Println("handed on")
	mu.Unlock()

	select {
	case <-time.After(2 * time.Millisecond):
		fmt.Println("timeout")
	case <-make(chan int):
	}
	t := time.NewTimer(time.Hour)
	fmt.Println(t.Stop(), t.Stop(), t.Reset(time.Millisecond))
	<-t.C
	done := make(chan string)
	time.AfterFunc(time.Millisecond, func() { done <- "called" })
	fmt.Println(<-done)
	tick := time.NewTicker(time.Millisecond)
	for i := 0; i < 3; i++ {
		<-tick.C
	}
	tick.Stop()
	select {
	case <-tick.C:
		fmt.Println("ticks on")
	case <-time.After(5 * time.Millisecond):
		fmt.Println("stopped")
	}
	var rw sync.RWMutex
	var order []string
	rw.RLock()
	finished := make(chan bool)
	go func() {
		rw.Lock()
		order = append(order, "write")
		rw.Unlock()
		finished <- true
	}()
	time.Sleep(time.Millisecond)
	fmt.Println(rw.TryRLock())
	go func() {
		rw.RLock()
		order = append(order, "read")
		rw.RUnlock()
		finished <- true
	}()
	time.Sleep(time.Millisecond)
	rw.RUnlock()
	<-finished
	<-finished
	fmt.Println(order)
}
