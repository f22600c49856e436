package main

import (
	"fmt"
	"unsafe"
)

type header struct {
	a bool
	b int64
	c [3]uint16
	d string
	e struct {
		f byte
		g *int
	}
}

func try(what string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(what, r)
		}
	}()
	f()
}

const size = unsafe.Sizeof(header{})

func main() {
	var h header
	fmt.Println(size, unsafe.Sizeof(h.c), unsafe.Alignof(h), unsafe.Alignof(h.c), unsafe.Offsetof(h.b), unsafe.Offsetof(h.c), unsafe.Offsetof(h.d), unsafe.Offsetof(h.e), unsafe.Offsetof(h.e.g))
	xs := [5]int32{1, 2, 3, 4, 5}
	p := unsafe.Pointer(&xs[1])
	fmt.Println(*(*int32)(unsafe.Add(p, 4)), *(*int32)(unsafe.Add(p, -4)), *(*int32)(unsafe.Pointer(uintptr(p) + 8)))
	s := unsafe.Slice(&xs[1], 3)
	s[0] = 20
	fmt.Println(s, len(s), cap(s), xs, unsafe.SliceData(s) == &xs[1])
	var none []int32
	fmt.Println(unsafe.SliceData(none) == nil, unsafe.Slice((*int)(nil), 0) == nil, unsafe.SliceData(s[:0]) == &xs[1])
	text := "gopher"
	b := unsafe.StringData(text)
	fmt.Println(*b, unsafe.String(b, 3), unsafe.String((*byte)(nil), 0) == "", string(unsafe.Slice(b, len(text))))
	bytes := []byte("abc")
	view := unsafe.String(&bytes[0], len(bytes))
	bytes[1] = 'X'
	fmt.Println(view)
	f := 1.5
	fmt.Printf("%#x\n", *(*uint64)(unsafe.Pointer(&f)))
	type pair struct{ x, y int32 }
	both := *(*int64)(unsafe.Pointer(&pair{1, 2}))
	fmt.Println(both)
	arr := (*[2]pair)(unsafe.Pointer(&[4]int32{1, 2, 3, 4}))
	fmt.Println(*arr)
	n := -1
	try("slice", func() { _ = unsafe.Slice(&xs[0], n) })
	try("string", func() { _ = unsafe.String(b, n) })
	try("nil slice", func() { n = 1; _ = unsafe.Slice((*int)(nil), n) })
	try("nil string", func() { _ = unsafe.String((*byte)(nil), n) })
	type node struct {
		next *node
		v    int
	}
	list := &node{&node{nil, 2}, 1}
	link := (*unsafe.Pointer)(unsafe.Pointer(&list.next))
	fmt.Println((*node)(*link).v)
	*link = unsafe.Pointer(&node{nil, 3})
	fmt.Println(list.next.v)
}
