package main

import "unsafe"

func up(p *int) unsafe.Pointer     { return unsafe.Pointer(p) }
func down(p unsafe.Pointer) *int   { return (*int)(p) }
func num(p *int) uintptr           { return uintptr(unsafe.Pointer(p)) }
func back(u uintptr) unsafe.Pointer { return unsafe.Pointer(u) }
func add(p unsafe.Pointer) unsafe.Pointer {
	return unsafe.Pointer(uintptr(p) + 8)
}
func add2(p unsafe.Pointer, n int) unsafe.Pointer { return unsafe.Add(p, n) }
func sl(p *int, n int) []int       { return unsafe.Slice(p, n) }
func data(s []int) *int            { return unsafe.SliceData(s) }
func str(p *byte, n int) string    { return unsafe.String(p, n) }
func sdata(s string) *byte         { return unsafe.StringData(s) }
func local() uintptr {
	x := 1
	return uintptr(unsafe.Pointer(&x))
}
func size() uintptr { var t struct{ a, b int }; return unsafe.Sizeof(t) }

func main() {}
