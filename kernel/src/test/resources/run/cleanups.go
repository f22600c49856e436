package main

import (
	"fmt"
	"runtime"
	"slices"
	"weak"
)

// Cleanups: called with their own argument when the object is gone.

type handle struct {
	id   int
	next *handle
}

var done = make(chan string, 1000)

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

func number(n int) { done <- fmt.Sprint("number ", n) }

func simple() {
	h := &handle{id: 1}
	runtime.AddCleanup(h, number, 10)
	runtime.AddCleanup(h, number, 20)
	runtime.AddCleanup(&h.next, func(s string) { done <- s }, "inner")
	quiet()
	runtime.KeepAlive(h)
}

func stopped() {
	h := &handle{id: 1}
	a := runtime.AddCleanup(h, number, 1)
	b := runtime.AddCleanup(h, number, 2)
	c := runtime.AddCleanup(h, number, 3)
	b.Stop()
	b.Stop()
	runtime.Cleanup{}.Stop()
	runtime.KeepAlive(h)
	_, _ = a, c
}

// A cycle is no hindrance, unlike for finalizers.
func cycle() {
	a := &handle{id: 1}
	b := &handle{2, a}
	a.next = b
	runtime.AddCleanup(a, number, 1)
	runtime.AddCleanup(b, number, 2)
}

// The argument is kept, and what it leads to.
func argument() {
	long := &handle{7, &handle{id: 8}}
	runtime.AddCleanup(&handle{id: 1}, func(h *handle) { done <- fmt.Sprint(h.id, h.next.id) }, long)
	runtime.AddCleanup(&handle{id: 1}, func(s [3]string) { done <- s[2] }, [3]string{"a", "b", "third"})
	runtime.AddCleanup(&handle{id: 1}, func(e any) { done <- fmt.Sprintf("%T", e) }, any(2.5))
	runtime.AddCleanup(&handle{id: 1}, func(struct{}) { done <- "empty" }, struct{}{})
	runtime.AddCleanup(&handle{id: 1}, func(b byte) { done <- fmt.Sprint("byte ", b) }, 200)
	runtime.AddCleanup(&handle{id: 1}, func(f func() string) { done <- f() }, func() string { return fmt.Sprint("func ", long.id) })
}

// With a finalizer: only when the object is really gone.
func finalized() {
	h := &handle{id: 5}
	w := weak.Make(h)
	runtime.AddCleanup(h, func(w weak.Pointer[handle]) { done <- fmt.Sprint("cleanup ", w.Value() == nil) }, w)
	runtime.SetFinalizer(h, func(h *handle) { done <- fmt.Sprint("finalizer ", w.Value() == nil) })
}

func many() {
	for i := range 100 {
		runtime.AddCleanup(&handle{id: i}, func(i int) { done <- fmt.Sprintf("%03d", i) }, i)
	}
}

func chained() {
	runtime.AddCleanup(&handle{id: 1}, func(n int) {
		runtime.AddCleanup(&handle{id: 2}, number, n+1)
		done <- fmt.Sprint("first ", n)
	}, 41)
}

var static handle

func try(what string, f func()) {
	defer func() {
		r := recover()
		_, text := r.(string)
		fmt.Println(what, r, text)
	}()
	f()
}

func wrong() {
	h := &handle{id: 1}
	try("nil", func() { runtime.AddCleanup((*handle)(nil), number, 1) })
	try("same", func() { runtime.AddCleanup(h, func(*handle) {}, h) })
	try("within", func() { runtime.AddCleanup(h, func(**handle) {}, &h.next) })
	try("closure", func() { runtime.AddCleanup(h, func(int) { fmt.Println(h.id) }, 1) })
	try("static", func() { runtime.AddCleanup(&static, number, 1).Stop() })
	try("zero", func() { runtime.AddCleanup(&struct{}{}, number, 1).Stop() })
}

func main() {
	simple()
	fmt.Println(collect(3))
	stopped()
	fmt.Println(collect(2))
	cycle()
	fmt.Println(collect(2))
	argument()
	fmt.Println(collect(6))
	finalized()
	fmt.Println(collect(1), collect(1))
	many()
	fmt.Println(collect(100))
	chained()
	fmt.Println(collect(1), collect(1))
	wrong()
	quiet()
	fmt.Println(runtime.NumGoroutine())
}
