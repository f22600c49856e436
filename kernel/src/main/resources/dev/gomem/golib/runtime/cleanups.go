package runtime

import "unsafe"

// Cleanup is a call that AddCleanup has asked for.
type Cleanup struct {
	id  uint64
	ptr uintptr
}

// What may be wrong with the argument of a cleanup.
const (
	same   = 1 + iota // it is the pointer itself
	within            // it leads into the object
)

// AddCleanup has cleanup called with arg when a collection has found that nothing
// leads to ptr any more. The object is not kept for it.
func AddCleanup[T, S any](ptr *T, cleanup func(S), arg S) Cleanup {
	if ptr == nil {
		panic("runtime.AddCleanup: ptr is nil")
	}
	p := unsafe.Pointer(ptr)
	wrong := checkArgument(p, arg)
	if wrong == same {
		panic("runtime.AddCleanup: ptr is equal to arg, cleanup will never run")
	}
	// A small argument gets a block of its own: another value in it would keep it.
	var argv *S
	if unsafe.Sizeof(arg) < 16 && pointerFree(arg) {
		argv = (*S)(unsafe.Pointer(new([2]uintptr)))
	} else {
		argv = new(S)
	}
	*argv = arg
	if !isObject(p) {
		if isStatic(p) {
			return Cleanup{}
		}
		panic("runtime.AddCleanup: ptr not in allocated block")
	}
	if wrong == within {
		panic("runtime.AddCleanup: ptr is within arg, cleanup will never run")
	}
	fn := *(*unsafe.Pointer)(unsafe.Pointer(&cleanup))
	if closesOver(fn, p) {
		panic("runtime.AddCleanup: cleanup function closes over ptr, cleanup will never run")
	}
	call := func(fn unsafe.Pointer) {
		f := *(*func(S))(unsafe.Pointer(&fn))
		f(*argv)
	}
	return Cleanup{addCleanup(p, call, fn), uintptr(p)}
}

// Stop takes the call back, if it is not due yet.
func (c Cleanup) Stop() {
	if c.id != 0 {
		stopCleanup(c.ptr, c.id)
	}
}

// runCleanups is the goroutine that runs cleanups.
func runCleanups() {
	for {
		call, fn := nextCleanup()
		if call != nil {
			call(fn)
		}
	}
}

// nextCleanup is the next cleanup; nil when it has waited for one.
func nextCleanup() (call func(unsafe.Pointer), fn unsafe.Pointer)

//go:noescape
func checkArgument(p unsafe.Pointer, arg any) int

//go:noescape
func pointerFree(v any) bool

//go:noescape
func isObject(p unsafe.Pointer) bool

//go:noescape
func isStatic(p unsafe.Pointer) bool

//go:noescape
func closesOver(fn, p unsafe.Pointer) bool

func addCleanup(p unsafe.Pointer, call func(unsafe.Pointer), fn unsafe.Pointer) uint64

func stopCleanup(ptr uintptr, id uint64)
