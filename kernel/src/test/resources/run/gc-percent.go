package main

import (
	"fmt"
	"math"
	"runtime"
	"runtime/debug"
)

//pacing

// The goal of the next collection: gc's formula, by GOGC and by the memory limit.

type node struct {
	next *node
	data [1000]byte
}

var list *node

func next() int64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.NextGC)
}

func live() int64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// near: what stacks and globals add is the process's own.
func near(what string, got, want int64) {
	slack := int64(1 << 19)
	fmt.Println(what, got > want-slack && got < want+4*slack)
	if got <= want-slack || got >= want+4*slack {
		println(what, got, want)
	}
}

func main() {
	fmt.Println(debug.SetGCPercent(50), debug.SetGCPercent(100), debug.SetMemoryLimit(-1) == math.MaxInt64)
	runtime.GC()
	fmt.Println(next())
	for range 8 << 10 {
		list = &node{next: list}
	}
	runtime.GC()
	l := live()
	near("live", l, 8<<20)
	near("100", next(), 2*l)
	for _, percent := range []int{50, 200, 400, 10, 0} {
		old := debug.SetGCPercent(percent)
		at := next()
		fmt.Println("old", old)
		near(fmt.Sprint(percent), at, l+l*int64(percent)/100)
		runtime.GC()
		near(fmt.Sprint("again ", percent), next(), l+l*int64(percent)/100)
	}
	fmt.Println(debug.SetGCPercent(-5), debug.SetGCPercent(-1))
	fmt.Println(next() > 1<<60)

	// Off: nothing is collected until the limit is near.
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	before := m.NumGC
	churn(40 << 20)
	runtime.ReadMemStats(&m)
	fmt.Println("off:", m.NumGC-before, m.HeapAlloc > 45<<20)
	fmt.Println(debug.SetMemoryLimit(64<<20) == math.MaxInt64, debug.SetMemoryLimit(-1) == 64<<20)
	runtime.GC()
	runtime.ReadMemStats(&m)
	before = m.NumGC
	fmt.Println(next() < 64<<20, next() > 30<<20)
	churn(120 << 20)
	runtime.ReadMemStats(&m)
	fmt.Println("limit:", m.NumGC-before >= 3, m.HeapAlloc < 64<<20)

	list = nil
	debug.SetMemoryLimit(math.MaxInt64)
	debug.SetGCPercent(100)
	runtime.GC()
	fmt.Println(next())
	debug.SetGCPercent(400)
	fmt.Println(next())
	for _, percent := range []int{25, 100, 400} {
		debug.SetGCPercent(percent)
		runtime.GC()
		runtime.ReadMemStats(&m)
		before = m.NumGC
		churn(32 << 20)
		runtime.ReadMemStats(&m)
		n := m.NumGC - before
		want := uint32(32 / 4 * 100 / percent)
		fmt.Println(percent, n >= want/2 && n <= want*2)
		if n < want/2 || n > want*2 {
			println(percent, n, want)
		}
	}
}

var sink *node

func churn(bytes int) {
	for n := 0; n < bytes; n += 1024 {
		sink = new(node)
	}
	sink = nil
}
