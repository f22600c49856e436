package main

import (
	"fmt"
	"runtime"
	"unsafe"
	"weak"
)

// Weak pointers: nil when what they lead to is gone, equal when made from equal pointers.

type blob struct {
	name string
	data [20]int
}

func gone[T any](w weak.Pointer[T]) bool {
	for range 10 {
		runtime.GC()
		if w.Value() == nil {
			return true
		}
	}
	return false
}

func basics() {
	b := &blob{name: "b"}
	w := weak.Make(b)
	v := w
	fmt.Println(w.Value() == b, w == weak.Make(b), v == w, gone(w))
	b.data[0] = 1
	inner := weak.Make(&b.data[3])
	first := weak.Make(&b.name)
	fmt.Println(inner.Value() == &b.data[3], *first.Value(), inner == weak.Make(&b.data[4]))
	runtime.KeepAlive(b)
	fmt.Println(gone(w), inner.Value() == nil, first.Value() == nil, w == v)
}

func nils() {
	var zero weak.Pointer[blob]
	made := weak.Make[blob](nil)
	fmt.Println(zero.Value() == nil, zero == made, made.Value() == nil)
	fmt.Println(unsafe.Sizeof(zero), unsafe.Sizeof(weak.Pointer[byte]{}))
}

// The address may be used again: the pointers are not equal.
func reused() {
	seen := map[weak.Pointer[blob]]int{}
	for i := range 50 {
		seen[weak.Make(&blob{name: "x"})] = i
		runtime.GC()
	}
	fmt.Println(len(seen))
	for w := range seen {
		if !gone(w) {
			fmt.Println("not gone")
		}
	}
}

var table = map[string]weak.Pointer[blob]{}

func get(name string) (*blob, bool) {
	if w, ok := table[name]; ok {
		if b := w.Value(); b != nil {
			return b, true
		}
	}
	b := &blob{name: name}
	table[name] = weak.Make(b)
	runtime.AddCleanup(b, func(name string) {
		if w, ok := table[name]; ok && w.Value() == nil {
			delete(table, name)
		}
	}, name)
	return b, false
}

func cache() {
	a, _ := get("a")
	b, found := get("a")
	fmt.Println(a == b, found, len(table))
	runtime.KeepAlive(a)
	for len(table) > 0 {
		runtime.GC()
	}
	_, found = get("a")
	fmt.Println(found)
}

// A finalizer cannot bring a weak pointer back.
func resurrected() {
	back := make(chan *blob, 1)
	b := &blob{name: "back"}
	old := weak.Make(b)
	runtime.SetFinalizer(b, func(b *blob) { back <- b })
	b = nil
	for len(back) == 0 {
		runtime.GC()
		runtime.Gosched()
	}
	b = <-back
	now := weak.Make(b)
	fmt.Println(b.name, old.Value() == nil, now.Value() == b, old == now)
	runtime.KeepAlive(b)
	fmt.Println(gone(now))
}

// What the object of a finalizer leads to is not dead yet.
func behind() {
	type pair struct{ other *blob }
	ran := make(chan bool, 1)
	p := &pair{&blob{name: "other"}}
	w := weak.Make(p.other)
	runtime.SetFinalizer(p, func(p *pair) { ran <- w.Value() == p.other })
	p = nil
	for len(ran) == 0 {
		runtime.GC()
		runtime.Gosched()
	}
	fmt.Println(<-ran, gone(w))
}

var static blob

func immortal() {
	w := weak.Make(&static)
	zero := weak.Make(&struct{}{})
	fmt.Println(gone(w), w.Value() == &static, w == weak.Make(&static))
	fmt.Println(gone(zero), weak.Make(&static.data[1]).Value() == &static.data[1])
}

type tree struct {
	parent      weak.Pointer[tree]
	left, right *tree
	depth       int
}

func grow(parent *tree, depth int) *tree {
	t := &tree{parent: weak.Make(parent), depth: depth}
	if depth < 5 {
		t.left = grow(t, depth+1)
		t.right = grow(t, depth+1)
	}
	return t
}

func trees() {
	t := grow(nil, 0)
	leaf := t
	for leaf.left != nil {
		leaf = leaf.left
	}
	n := 0
	for p := leaf; p != nil; p = p.parent.Value() {
		n++
	}
	fmt.Println(n, t.depth)
	fmt.Println(gone(leaf.parent), leaf.depth)
}

func main() {
	basics()
	nils()
	reused()
	cache()
	resurrected()
	behind()
	immortal()
	trees()
}
