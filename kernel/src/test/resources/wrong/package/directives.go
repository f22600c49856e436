//go:noinline
package main

import _ "unsafe"

//go:noinline
var x int

//go:nosplit
const c = 1

//go:noescape
func f() {}

//go:build ignore
func g() {}

//go:linkname h runtime.h
//go:linkname x
//go:linkname x y

type (
	//go:noinline
	T int
)

func main() {
	//go:noinline
	type U int
	_ = x + c
	f()
	g()
}
