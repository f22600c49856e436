package main

//go:nowritebarrier
func f() {}

//go:uintptrkeepalive
func g() {}

//go:linkname
//go:linkname a
//go:linkname a b c d

//go:cgo_export_static x
var x int //go:noinline

//go:embed x.txt
var s string

func main() {
	x := 1 //go:nosplit
	f()
	g()
}
