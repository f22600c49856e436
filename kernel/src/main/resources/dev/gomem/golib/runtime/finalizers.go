package runtime

import "unsafe"

// SetFinalizer has a function called with obj, a pointer, when a collection has found
// that nothing else leads to it. The object lives on for the call; the next collection
// that finds it dead frees it. A nil function takes the finalizer away.
func SetFinalizer(obj any, finalizer any) {
	setFinalizer(obj, finalizer, len(many{}))
}

func setFinalizer(obj any, finalizer any, mostResults int)

// A finalizer may have any results: whoever calls it keeps room for so many words.
type (
	few  [32]uintptr
	many [65536]uintptr
)

// How the next finalizer is called.
const (
	pointer = 1 + iota // with a pointer
	inter              // with an interface
	pointerMany
	interMany
)

// runFinalizers is the goroutine that runs all finalizers, one after the other.
func runFinalizers() {
	for {
		switch nextFinalizer(len(few{})) {
		case pointer:
			f, p := pointerFinalizer()
			f(p)
		case inter:
			f, v := interFinalizer()
			f(v)
		case pointerMany:
			callPointerMany()
		case interMany:
			callInterMany()
		}
	}
}

// These have large frames.

func callPointerMany() {
	f, p := pointerManyFinalizer()
	f(p)
}

func callInterMany() {
	f, v := interManyFinalizer()
	f(v)
}

// nextFinalizer says how the next finalizer is called; 0 when it has waited for one.
func nextFinalizer(few int) int

func pointerFinalizer() (func(unsafe.Pointer) few, unsafe.Pointer)

func interFinalizer() (func(any) few, any)

func pointerManyFinalizer() (func(unsafe.Pointer) many, unsafe.Pointer)

func interManyFinalizer() (func(any) many, any)
