// Package weak has pointers that keep nothing alive.
package weak

import "unsafe"

// A Pointer leads to what a pointer led to when it was made, until a collection has
// found that dead. Two are equal if they were made from equal pointers.
type Pointer[T any] struct {
	_ [0]*T
	u unsafe.Pointer
}

// A box is what weak pointers to one address lead to: its word is that address, and 0
// when the object there has died. It has a block of its own.
type box struct {
	word uintptr
	_    uintptr
}

// Make makes a weak pointer.
func Make[T any](ptr *T) Pointer[T] {
	if ptr == nil {
		return Pointer[T]{}
	}
	p := unsafe.Pointer(ptr)
	u := handle(p)
	if u == nil {
		b := new(box)
		b.word = uintptr(p)
		u = unsafe.Pointer(b)
		register(p, u)
	}
	return Pointer[T]{u: u}
}

// Value is the pointer that p was made from, or nil if what it led to has died.
func (p Pointer[T]) Value() *T {
	if p.u == nil {
		return nil
	}
	return (*T)(*(*unsafe.Pointer)(p.u))
}

// handle is the box of an address, nil if it has none yet.
//
//go:noescape
func handle(p unsafe.Pointer) unsafe.Pointer

func register(p, box unsafe.Pointer)
