package main

import (
	"errors"
	"fmt"
	"runtime"
	"slices"
)

// Finalizers: when they run, with what, and what they keep.

type node struct {
	name string
	next *node
}

func (n *node) String() string { return "<" + n.name + ">" }

var done = make(chan string, 100)

func note(n *node) { done <- n.name }

// collect waits for so many finalizers.
func collect(n int) []string {
	var names []string
	for len(names) < n {
		runtime.GC()
		select {
		case s := <-done:
			names = append(names, s)
		default:
			runtime.Gosched()
		}
	}
	slices.Sort(names)
	return names
}

func quiet() {
	for range 3 {
		runtime.GC()
		runtime.Gosched()
	}
	select {
	case s := <-done:
		fmt.Println("unexpected", s)
	default:
	}
}

func single() {
	runtime.SetFinalizer(&node{name: "single"}, note)
}

func several() {
	for i := range 30 {
		runtime.SetFinalizer(&node{name: fmt.Sprint("n", i)}, note)
	}
}

// chain: the first keeps the others alive until it has been finalized and freed.
func chain() *node {
	c := &node{name: "c"}
	b := &node{"b", c}
	a := &node{"a", b}
	for _, n := range []*node{a, b, c} {
		runtime.SetFinalizer(n, note)
	}
	return a
}

func cycle() {
	a := &node{name: "never"}
	a.next = &node{"other", a}
	runtime.SetFinalizer(a, note)
}

var saved *node

func resurrected() {
	runtime.SetFinalizer(&node{name: "back"}, func(n *node) {
		saved = n
		done <- "saved " + n.name
	})
}

func again() {
	var f func(n *node)
	times := 0
	f = func(n *node) {
		times++
		done <- fmt.Sprint(n.name, times)
		if times < 3 {
			runtime.SetFinalizer(n, f)
		}
	}
	runtime.SetFinalizer(&node{name: "again"}, f)
}

func taken() {
	n := &node{name: "taken"}
	runtime.SetFinalizer(n, note)
	runtime.SetFinalizer(n, nil)
	runtime.SetFinalizer(n, nil)
	m := &node{name: "old"}
	runtime.SetFinalizer(m, note)
	runtime.SetFinalizer(m, nil)
	runtime.SetFinalizer(m, func(m *node) { done <- "new for " + m.name })
}

type stringer interface{ String() string }

type method struct{ text string }

func (m method) call(*node) { done <- m.text }

type big struct {
	pad  [100]int
	next *big
}

type plain struct {
	name string
	next *plain
}

type pointer *plain

func kinds() {
	runtime.SetFinalizer(&node{name: "any"}, func(v any) { done <- fmt.Sprintf("any %T", v) })
	runtime.SetFinalizer(&node{name: "stringer"}, func(s stringer) { done <- s.String() })
	runtime.SetFinalizer(&plain{name: "named"}, func(p pointer) { done <- p.name + " type" })
	runtime.SetFinalizer(&node{name: "results"}, func(n *node) (int, error, string) {
		done <- n.name
		return 1, errors.New("ignored"), n.name
	})
	runtime.SetFinalizer(&node{name: "large results"}, func(n *node) [1000]*node {
		done <- n.name
		return [1000]*node{n, n}
	})
	runtime.SetFinalizer(&node{name: "large results of any"}, func(v any) ([1000]int, any) {
		done <- v.(*node).name
		return [1000]int{}, v
	})
	runtime.SetFinalizer(new(big), func(b *big) { done <- fmt.Sprint("big ", len(b.pad), b.next) })
	runtime.SetFinalizer(new([100000]int), func(a *[100000]int) { done <- "large" })
	runtime.SetFinalizer(&node{name: "method"}, (*node).String)
	runtime.SetFinalizer(&node{name: "other"}, method{"method value"}.call)
	text := "captured"
	runtime.SetFinalizer(&node{name: "closure"}, func(*node) { done <- text })
	var local node
	local.name = "local"
	runtime.SetFinalizer(&local, note)
}

var static node

func nothing() {
	runtime.SetFinalizer(&static, note)
	runtime.SetFinalizer(&struct{}{}, func(*struct{}) { done <- "zero" })
}

func kept() {
	n := &node{name: "kept"}
	runtime.SetFinalizer(n, note)
	quiet()
	runtime.KeepAlive(n)
}

// A finalizer that collects, allocates and waits.
func busy() {
	gate := make(chan bool)
	runtime.SetFinalizer(&node{name: "busy"}, func(n *node) {
		runtime.GC()
		<-gate
		more := make([]*node, 0)
		for range 1000 {
			more = append(more, &node{next: n})
		}
		runtime.GC()
		done <- fmt.Sprint(n.name, len(more))
	})
	go func() { gate <- true }()
}

func main() {
	single()
	fmt.Println(collect(1), runtime.NumGoroutine())
	several()
	fmt.Println(collect(30))
	a := chain()
	quiet()
	fmt.Println(a.name)
	a = nil
	for range 3 {
		fmt.Println(collect(1))
	}
	cycle()
	quiet()
	resurrected()
	fmt.Println(collect(1), saved.name)
	quiet()
	saved = nil
	again()
	fmt.Println(collect(3))
	taken()
	fmt.Println(collect(1))
	kinds()
	for _, s := range collect(11) {
		fmt.Println(s)
	}
	nothing()
	quiet()
	kept()
	fmt.Println(collect(1))
	busy()
	fmt.Println(collect(1))
	quiet()
	fmt.Println(runtime.NumGoroutine())
}
