// Packages sync and sync/atomic in one goroutine, durations, and what runtime and
// math/rand promise.
package main

import (
	"errors"
	"fmt"
	"math/rand"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"
	"unsafe"
)

const seed = 1
const rounds = 1

var state uint64 = 0x9E3779B97F4A7C15 ^ seed*0x100000001B3

func rnd(n int) int {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return int(state>>33) % n
}

func try(f func()) {
	defer func() { fmt.Println("recovered", recover()) }()
	f()
}

type counter struct {
	mu sync.Mutex
	n  map[string]int
}

func (c *counter) inc(k string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n[k]++
}

func main() {
	c := counter{n: map[string]int{}}
	c.inc("a")
	c.inc("a")
	fmt.Println(c.n, c.mu.TryLock(), c.mu.TryLock())
	c.mu.Unlock()
	var rw sync.RWMutex
	rw.RLock()
	rw.RLock()
	fmt.Println(rw.TryRLock(), rw.TryLock())
	rw.RUnlock()
	rw.RUnlock()
	rw.RUnlock()
	rw.Lock()
	fmt.Println(rw.TryRLock(), rw.TryLock())
	rw.Unlock()
	l := rw.RLocker()
	l.Lock()
	l.Unlock()
	var once sync.Once
	for i := 0; i < 3; i++ {
		once.Do(func() { fmt.Println("once", i) })
	}
	try(func() {
		var o sync.Once
		try(func() { o.Do(func() { panic("first") }) })
		o.Do(func() { fmt.Println("never") })
	})
	f := sync.OnceFunc(func() { panic("each time") })
	try(f)
	try(f)
	v := sync.OnceValue(func() int { fmt.Println("computed"); return 42 })
	fmt.Println(v(), v())
	w := sync.OnceValues(func() (int, error) { return 1, errors.New("e") })
	fmt.Println(w())
	var wg sync.WaitGroup
	wg.Wait()
	wg.Add(2)
	wg.Done()
	wg.Done()
	wg.Wait()
	try(func() { wg.Done() })
	var m sync.Map
	for i := 0; i < 200*rounds; i++ {
		k, x := rnd(9), rnd(5)
		switch rnd(9) {
		case 0, 1:
			m.Store(k, x)
		case 2:
			fmt.Println(m.Load(k))
		case 3:
			fmt.Println(m.LoadOrStore(k, x))
		case 4:
			fmt.Println(m.LoadAndDelete(k))
		case 5:
			m.Delete(k)
		case 6:
			fmt.Println(m.Swap(k, x))
		case 7:
			fmt.Println(m.CompareAndSwap(k, x, x+1))
		case 8:
			fmt.Println(m.CompareAndDelete(k, x))
		}
	}
	sum := 0
	m.Range(func(k, v any) bool { sum += k.(int)*10 + v.(int); return true })
	fmt.Println(sum)
	m.Clear()
	fmt.Println(m.Load(1))
	pool := sync.Pool{New: func() any { return "new" }}
	fmt.Println(pool.Get())
	cond := sync.NewCond(&c.mu)
	cond.Signal()
	cond.Broadcast()
	fmt.Println(unsafe.Sizeof(c.mu), unsafe.Sizeof(rw), unsafe.Sizeof(once), unsafe.Sizeof(wg), unsafe.Sizeof(*cond), unsafe.Sizeof(pool))
	atomics()
	durations()
	fmt.Println(runtime.GOOS, runtime.GOARCH, runtime.Compiler, runtime.NumGoroutine())
	runtime.GC()
	runtime.Gosched()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	kept := make([]*[100]int, 10)
	for i := range kept {
		kept[i] = new([100]int)
	}
	runtime.ReadMemStats(&after)
	fmt.Println(after.Mallocs-before.Mallocs >= 10, after.TotalAlloc-before.TotalAlloc >= 8000)
	runtime.KeepAlive(kept)
	old := debug.SetGCPercent(50)
	fmt.Println(old, debug.SetGCPercent(old))
	func() {
		defer func() {
			_, ok := recover().(runtime.Error)
			fmt.Println(ok)
		}()
		var p []int
		_ = p[rnd(3)]
	}()
	for i := 0; i < 200; i++ {
		n := rnd(50) + 1
		if x := rand.Intn(n); x < 0 || x >= n {
			fmt.Println("out of range")
		}
		if x := rand.Float64(); x < 0 || x >= 1 {
			fmt.Println("out of range")
		}
	}
	seen := map[int]bool{}
	for _, x := range rand.Perm(20) {
		seen[x] = true
	}
	fmt.Println(len(seen))
	try(func() { rand.Intn(0) })
	try(func() { rand.Int31n(-1) })
	defer fmt.Println("deferred")
	defer c.mu.Unlock()
	c.mu.Lock()
}

func atomics() {
	var i32 atomic.Int32
	var u64 atomic.Uint64
	var b atomic.Bool
	var p atomic.Pointer[string]
	var i int64
	var u uint32
	for k := 0; k < 50; k++ {
		x := rnd(100) - 50
		fmt.Println(i32.Add(int32(x)), i32.Swap(int32(x)), i32.CompareAndSwap(int32(rnd(9)), 3), i32.And(6), i32.Or(1), i32.Load())
		fmt.Println(u64.Add(uint64(x)), u64.Load(), u64.And(0xffff), u64.Or(uint64(rnd(7))))
		fmt.Println(atomic.AddInt64(&i, int64(x)), atomic.CompareAndSwapInt64(&i, int64(x), 7), atomic.LoadInt64(&i), atomic.SwapUint32(&u, uint32(x)), atomic.LoadUint32(&u))
	}
	b.Store(true)
	fmt.Println(b.Load(), b.Swap(false), b.CompareAndSwap(true, false), b.Load())
	s, t := "s", "t"
	p.Store(&s)
	fmt.Println(*p.Swap(&t), *p.Load(), p.CompareAndSwap(&s, &t))
	var v atomic.Value
	fmt.Println(v.Load())
	v.Store(1)
	fmt.Println(v.Load(), v.Swap(2), v.CompareAndSwap(2, 3), v.CompareAndSwap(2, 3))
	try(func() { v.Store("x") })
	try(func() { v.Store(nil) })
	try(func() { v.CompareAndSwap("x", 1) })
	fmt.Println(unsafe.Sizeof(i32), unsafe.Sizeof(u64), unsafe.Sizeof(b), unsafe.Sizeof(p), unsafe.Sizeof(v))
}

func durations() {
	for k := 0; k < 200*rounds; k++ {
		rnd(2)
		d := time.Duration(int64(state) >> uint(rnd(64)))
		m := time.Duration(int64(state*31) >> uint(rnd(64)))
		fmt.Println(d, m, d.Seconds(), d.Minutes(), d.Hours(), d.Milliseconds(), d.Microseconds(), d.Nanoseconds(), d.Round(m), d.Truncate(m), d.Abs())
	}
	fmt.Println(1500*time.Millisecond, 90*time.Second, time.Hour, time.Duration(0), time.March, time.Month(13), time.Tuesday, time.Weekday(9))
	time.Sleep(time.Millisecond)
}
