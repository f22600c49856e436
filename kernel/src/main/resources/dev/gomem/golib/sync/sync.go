// Package sync has what goroutines wait for one another with. What decides who
// goes on is in Java: nothing comes between looking and waiting.
package sync

import (
	"sync/atomic"
	"unsafe"
)

type noCopy struct{}

func (*noCopy) Lock()   {}
func (*noCopy) Unlock() {}

// A Locker can be locked.
type Locker interface {
	Lock()
	Unlock()
}

// A Mutex is held by one goroutine at a time.
type Mutex struct {
	_  noCopy
	mu struct {
		state int32  // 1: held, 2: handed over
		sema  uint32 // 1: somebody was woken in vain
	}
}

// How a lock is tried.
const (
	once  = iota
	first // if it is held, the goroutine waits, and is to try again
	again
)

// tryLock takes a mutex if it is free.
//
//go:noescape
func tryLock(state *int32, how int) bool

// unlock frees a mutex and wakes who waits longest; to one who was woken in vain
// it is handed over.
//
//go:noescape
func unlock(state *int32)

func (m *Mutex) Lock() {
	if !tryLock(&m.mu.state, first) {
		for !tryLock(&m.mu.state, again) {
		}
	}
}

func (m *Mutex) TryLock() bool { return tryLock(&m.mu.state, once) }

func (m *Mutex) Unlock() { unlock(&m.mu.state) }

// A RWMutex is held by one writer or by any number of readers.
type RWMutex struct {
	w           Mutex
	writerSem   uint32
	readerSem   uint32
	readerCount atomic.Int32 // readers; -1: a writer
	readerWait  atomic.Int32 // writers that wait
}

// readLock takes it for reading; if that cannot be and wait is set, the goroutine
// waits until the writer before it lets it in.
//
//go:noescape
func readLock(rw *RWMutex, wait bool) bool

//go:noescape
func readUnlock(rw *RWMutex)

// writeLock takes it for writing; if not, and wait is set, the goroutine waits,
// and is to try again.
//
//go:noescape
func writeLock(rw *RWMutex, wait bool) bool

//go:noescape
func writeUnlock(rw *RWMutex)

// writeWait counts who waits to write.
//
//go:noescape
func writeWait(rw *RWMutex, n int32)

func (rw *RWMutex) RLock() { readLock(rw, true) }

func (rw *RWMutex) TryRLock() bool { return readLock(rw, false) }

func (rw *RWMutex) RUnlock() { readUnlock(rw) }

func (rw *RWMutex) Lock() {
	if writeLock(rw, false) {
		return
	}
	// Who waits to write keeps new readers out.
	writeWait(rw, 1)
	for !writeLock(rw, true) {
	}
	writeWait(rw, -1)
}

func (rw *RWMutex) TryLock() bool { return writeLock(rw, false) }

func (rw *RWMutex) Unlock() { writeUnlock(rw) }

type reading RWMutex

func (r *reading) Lock()   { (*RWMutex)(r).RLock() }
func (r *reading) Unlock() { (*RWMutex)(r).RUnlock() }

// RLocker locks for reading.
func (rw *RWMutex) RLocker() Locker { return (*reading)(rw) }

// A WaitGroup waits until all have said that they are done.
type WaitGroup struct {
	noCopy noCopy
	state  atomic.Uint64
	sema   uint32
}

//go:noescape
func add(wg *WaitGroup, delta int) int

//go:noescape
func wait(wg *WaitGroup) bool

func (wg *WaitGroup) Add(delta int) {
	if add(wg, delta) < 0 {
		panic("sync: negative WaitGroup counter")
	}
}

func (wg *WaitGroup) Done() { wg.Add(-1) }

func (wg *WaitGroup) Wait() {
	for !wait(wg) {
	}
}

// Go runs f in a goroutine of its own.
func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}

// A Once does something once.
type Once struct {
	_    noCopy
	done atomic.Uint32
	m    Mutex
}

// Do calls f if it is the first call; others wait until f has returned.
func (o *Once) Do(f func()) {
	if o.done.Load() == 0 {
		o.slow(f)
	}
}

func (o *Once) slow(f func()) {
	o.m.Lock()
	defer o.m.Unlock()
	if o.done.Load() == 0 {
		defer o.done.Store(1)
		f()
	}
}

// result is what a function called once has given.
type result struct {
	once  Once
	valid bool
	p     any
}

func (r *result) call(f func()) {
	r.once.Do(func() {
		defer func() {
			r.p = recover()
			if !r.valid {
				panic(r.p)
			}
		}()
		f()
		r.valid = true
	})
	if !r.valid {
		panic(r.p)
	}
}

// OnceFunc returns a function that calls f once, and panics each time if f did.
func OnceFunc(f func()) func() {
	r := new(result)
	return func() { r.call(f) }
}

func OnceValue[T any](f func() T) func() T {
	r := new(result)
	var v T
	return func() T {
		r.call(func() { v = f() })
		return v
	}
}

func OnceValues[T1, T2 any](f func() (T1, T2)) func() (T1, T2) {
	r := new(result)
	var v1 T1
	var v2 T2
	return func() (T1, T2) {
		r.call(func() { v1, v2 = f() })
		return v1, v2
	}
}

type notifyList struct {
	wait   uint32 // tickets given out
	notify uint32 // tickets called up
	lock   uintptr
	head   unsafe.Pointer
	tail   unsafe.Pointer
}

type copyChecker uintptr

// A Cond is waited for until it is signalled.
type Cond struct {
	noCopy  noCopy
	L       Locker
	notify  notifyList
	checker copyChecker
}

func NewCond(l Locker) *Cond { return &Cond{L: l} }

// called reports whether a ticket has been called up; if not the goroutine waits.
//
//go:noescape
func called(l *notifyList, ticket uint32) bool

// call calls up a ticket.
//
//go:noescape
func call(l *notifyList, ticket uint32)

func (c *Cond) check() {
	if uintptr(c.checker) == 0 {
		c.checker = copyChecker(uintptr(unsafe.Pointer(c)))
	} else if uintptr(c.checker) != uintptr(unsafe.Pointer(c)) {
		panic("sync.Cond is copied")
	}
}

func (c *Cond) Wait() {
	c.check()
	ticket := c.notify.wait
	c.notify.wait++
	c.L.Unlock()
	for !called(&c.notify, ticket) {
	}
	c.L.Lock()
}

func (c *Cond) Signal() {
	c.check()
	if c.notify.notify != c.notify.wait {
		c.notify.notify++
		call(&c.notify, c.notify.notify-1)
	}
}

func (c *Cond) Broadcast() {
	c.check()
	for c.notify.notify != c.notify.wait {
		c.notify.notify++
		call(&c.notify, c.notify.notify-1)
	}
}

// A Pool keeps values for later use.
type Pool struct {
	noCopy noCopy
	local  []any
	victim unsafe.Pointer
	New    func() any
}

func (p *Pool) Put(x any) {
	if x != nil {
		p.local = append(p.local, x)
	}
}

func (p *Pool) Get() any {
	if n := len(p.local); n > 0 {
		x := p.local[n-1]
		p.local[n-1] = nil
		p.local = p.local[:n-1]
		return x
	}
	if p.New != nil {
		return p.New()
	}
	return nil
}

// A Map is a map that goroutines can share.
type Map struct {
	_ noCopy
	m map[any]any
}

func (m *Map) Load(key any) (value any, ok bool) {
	value, ok = m.m[key]
	return value, ok
}

func (m *Map) Store(key, value any) { m.Swap(key, value) }

func (m *Map) Clear() { clear(m.m) }

func (m *Map) LoadOrStore(key, value any) (actual any, loaded bool) {
	if old, ok := m.m[key]; ok {
		return old, true
	}
	m.Swap(key, value)
	return value, false
}

func (m *Map) LoadAndDelete(key any) (value any, loaded bool) {
	value, loaded = m.m[key]
	delete(m.m, key)
	return value, loaded
}

func (m *Map) Delete(key any) { delete(m.m, key) }

func (m *Map) Swap(key, value any) (previous any, loaded bool) {
	if m.m == nil {
		m.m = make(map[any]any)
	}
	previous, loaded = m.m[key]
	m.m[key] = value
	return previous, loaded
}

func (m *Map) CompareAndSwap(key, old, new any) (swapped bool) {
	if v, ok := m.m[key]; !ok || v != old {
		return false
	}
	m.m[key] = new
	return true
}

func (m *Map) CompareAndDelete(key, old any) (deleted bool) {
	if v, ok := m.m[key]; !ok || v != old {
		return false
	}
	delete(m.m, key)
	return true
}

// Range calls f with each entry until f says false.
func (m *Map) Range(f func(key, value any) bool) {
	for k, v := range m.m {
		if !f(k, v) {
			return
		}
	}
}
