package main

import (
	"runtime"
	"unsafe"
)

// What the collector keeps: a whole object for a pointer to any byte of it, and nothing for numbers;
// what it frees, and that the addresses are used again.

const mega = 1 << 20

type page struct {
	head [mega - 1]byte
	last byte
}

type small [4096]byte

type nested struct {
	before [100]*int
	inner  struct {
		words [9]string
		deep  [3]struct{ a, b int }
	}
}

var (
	oneByte   *byte
	oneSlice  []byte
	noSlice   []byte
	oneText   string
	oneAny    any
	oneFunc   func() int
	oneMethod func() int
	oneInt    *int
	oneWord   *string
	oneRaw    unsafe.Pointer
	number    uintptr
	channel   chan *page
	table     map[string]*page
	element   *page
)

//go:noinline
func live() int {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc)
}

// kept tells how much more is live than before, rounded to a quarter of a MiB: what the runtime
// itself takes now and then does not count.
func kept(what string, before int) {
	println(what, (live()-before+mega/8)*4/mega)
}

func (p *page) get() int { return int(p.last) }

func bytes() {
	big := make([]byte, mega)
	big[777777] = 7
	oneByte = &big[777777]
}

func slices() {
	big := make([]byte, mega)
	oneSlice = big[5:6:6]
	noSlice = nil
}

// A slice without elements at the end of an array does not point behind it.
func none() {
	big := make([]byte, mega)
	noSlice = big[mega:]
}

func texts() {
	big := make([]byte, mega)
	oneText = string(big)[1000:1001]
}

func anys() {
	var big [mega]byte
	big[3] = 4
	oneAny = big
}

func funcs() {
	big := make([]int, mega/8)
	big[9] = 5
	oneFunc = func() int { return big[9] }
}

func methods() {
	p := &page{last: 3}
	oneMethod = p.get
}

func fields() {
	n := new(nested)
	n.before[99] = new(int)
	*n.before[99] = 88
	oneInt = &n.inner.deep[2].b
	m := new(nested)
	m.inner.words[4] = "word"
	oneWord = &m.inner.words[4]
	oneRaw = unsafe.Pointer(&new(page).last)
}

func numbers() {
	big := make([]byte, mega)
	number = uintptr(unsafe.Pointer(&big[0]))
}

func buffered() {
	channel = make(chan *page, 4)
	for range 3 {
		channel <- new(page)
	}
	<-channel
}

func maps() {
	table = map[string]*page{}
	for _, k := range [...]string{"a", "b", "c", "d"} {
		table[k] = new(page)
	}
	delete(table, "b")
	table["c"] = nil
}

// A pointer to an element's variable keeps that, not the map.
func elements() {
	m := map[int]*page{}
	for i := range 4 {
		m[i] = new(page)
	}
	element = m[2]
}

func drop() {
	oneByte, oneSlice, noSlice, oneText, oneAny = nil, nil, nil, "", nil
	oneFunc, oneMethod, oneInt, oneWord, oneRaw = nil, nil, nil, nil, nil
	channel, table, element = nil, nil, nil
}

type ring struct {
	next, previous *ring
	pad            [510]int
}

// Rings that only they themselves point to are garbage.
func rings() {
	for range 100 {
		first := new(ring)
		first.next, first.previous = first, first
		for range 9 {
			r := &ring{next: first, previous: first.previous}
			first.previous.next = r
			first.previous = r
		}
	}
}

// again reports whether addresses of objects that are gone are given out again, and none of one that
// is not.
func again[T any](what string) {
	old := map[uintptr]bool{}
	var keep, drop []*T
	for i := range 100 {
		p := new(T)
		if i%2 == 0 {
			keep = append(keep, p)
		} else {
			drop = append(drop, p)
			old[uintptr(unsafe.Pointer(p))] = true
		}
	}
	drop = nil
	runtime.GC()
	found := 0
	for range 600 {
		p := new(T)
		keep = append(keep, p)
		if old[uintptr(unsafe.Pointer(p))] {
			found++
		}
	}
	distinct := map[*T]bool{}
	for _, p := range keep {
		distinct[p] = true
	}
	println(what, found > 20, found <= 50, len(distinct))
}

// What is given out again is cleared.
func cleared() bool {
	for range 800 {
		p := new(small)
		oneRaw = unsafe.Pointer(p)
		for i := 0; i < len(p); i += 64 {
			if p[i] != 0 {
				return false
			}
			p[i] = 255
		}
	}
	return true
}

func main() {
	live()
	start := live()
	bytes()
	kept("a byte", start)
	println(*oneByte)
	drop()
	kept("nothing", start)
	slices()
	kept("a slice of one byte", start)
	drop()
	none()
	kept("a slice of no byte", start)
	drop()
	texts()
	kept("a string of one byte", start)
	drop()
	anys()
	kept("an interface", start)
	oneAny = nil
	funcs()
	kept("a closure", start)
	println(oneFunc())
	drop()
	methods()
	kept("a method value", start)
	println(oneMethod())
	drop()
	fields()
	kept("fields", start)
	println(*oneInt, *oneWord, *(*byte)(oneRaw))
	drop()
	kept("nothing", start)
	numbers()
	kept("a number", start)
	println(number != 0)
	buffered()
	kept("a channel", start)
	drop()
	maps()
	kept("a map", start)
	drop()
	elements()
	kept("an element", start)
	println(element.last)
	drop()
	rings()
	kept("rings", start)

	again[[4]int]("32 bytes")
	again[[2]*int]("16 bytes with pointers")
	again[small]("4,096 bytes")
	again[[40]*int]("320 bytes with pointers")
	println("cleared", cleared())
}
