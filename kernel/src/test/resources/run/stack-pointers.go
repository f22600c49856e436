package main

import (
	"runtime"
	"unsafe"
)

// A stack that grows from 2 KiB to 512 KiB, with pointers of every form into its frames: after each
// move every pointer leads where it led. What a word of a frame pointed to is told apart by the
// values there, and by addresses: the distance of two variables of one stack never changes.

type node struct {
	value int
	next  *node
}

type holder struct {
	p     *int
	words []int
	text  *string
	inner struct {
		q [2]*int
	}
	any  any
	call func() int
}

type face interface{ get() int }

func (n *node) get() int { return n.value }

type number int

func (n *number) get() int { return int(*n) }

func must(ok bool, what string, depth int) {
	if !ok {
		println("wrong:", what, "at", depth)
	}
}

// down keeps, in each frame, pointers of every form to its own variables, to those of its caller and
// to the outermost ones; on the way back it looks through all of them.
func down(depth int, list *node, outer *int, caller []int, chain func() int) (result int) {
	var (
		x      = depth
		array  [5]int
		here   = node{depth, list}
		text   = "text"
		num    = number(depth)
		pairs  [2]struct{ a, b *int }
		raw    = unsafe.Pointer(&array[2])
		middle = array[1:4:4]
		whole  = array[:]
		end    = array[5:]
		pp     *int
		ppp    **int
	)
	for i := range array {
		array[i] = 10*depth + i
	}
	pp = &x
	ppp = &pp
	pppp := &ppp
	pairs[1].b = &array[4]
	pairs[0].a = *ppp
	inside := &pairs[1].b
	h := holder{p: &x, words: middle, text: &text}
	h.inner.q[1] = &array[0]
	h.any = &here
	h.call = func() int { x++; x--; return x + array[3] }
	ph := &h
	var f face = &here
	g := face(&num)
	method := here.get
	bound := (&num).get
	m := map[int]int{1: depth, 2: x}
	pm := m
	grown := append(middle[:1:1], depth)
	var buffer []int
	buffer = append(buffer, depth)
	bytes := []byte(text)
	closure := func() int { return x + chain()%7 }
	presult := &result
	deferred := 0
	loop := 0
	defer func() {
		deferred++
		must(deferred == 1 && loop == 3, "deferred closure", depth)
		*presult += deferred
	}()
	defer func(p *int, s []int) {
		must(*p == depth && s[0] == 10*depth+1, "deferred arguments", depth)
	}(&x, middle)
	for i := range 3 {
		defer func(p *int) { must(*p == i, "deferred in a loop", depth) }(&i)
		loop++
	}
	before := uintptr(unsafe.Pointer(&x))
	inverse := ^before
	toOuter := uintptr(unsafe.Pointer(outer)) - uintptr(unsafe.Pointer(&x))

	if depth > 0 {
		result = down(depth-1, &here, outer, middle, closure)
	} else {
		result = chain() % 7
		for n, d := list, 1; n != nil; n, d = n.next, d+1 {
			must(n.value == d, "list", d)
		}
	}

	if depth < 2 {
		runtime.GC() // and a stack that is not used is halved
	}
	must(^inverse == before, "an address in a number stays", depth)
	must(uintptr(unsafe.Pointer(outer))-uintptr(unsafe.Pointer(&x)) == toOuter, "distance", depth)
	must(x == depth && *pp == depth && **ppp == depth && ***pppp == depth, "pointers", depth)
	must(pp == &x && *ppp == &x && ppp == &pp, "pointers are equal", depth)
	***pppp++
	must(x == depth+1, "stored through pointers", depth)
	*h.p--
	must(*(*int)(raw) == 10*depth+2 && raw == unsafe.Pointer(&array[2]), "unsafe pointer", depth)
	must(&middle[0] == &array[1] && len(middle) == 3 && cap(middle) == 3, "slice", depth)
	must(&whole[4] == &array[4] && len(end) == 0, "whole slice", depth)
	whole[2] = 7
	must(array[2] == 7 && middle[1] == 7, "stored through a slice", depth)
	must(*pairs[1].b == 10*depth+4 && *inside == &array[4] && pairs[0].a == &x, "fields", depth)
	must(ph.p == &x && &ph.words[0] == &array[1] && *ph.text == "text", "struct", depth)
	must(ph.inner.q[1] == &array[0] && ph == &h, "inner", depth)
	must(ph.any.(*node) == &here && f.(*node) == &here, "interface", depth)
	must(f.get() == depth && g.get() == depth, "method by interface", depth)
	num++
	here.value++
	must(g.get() == depth+1 && f.get() == depth+1 && method() == depth+1 && bound() == depth+1, "method value", depth)
	here.value--
	must(h.call() == depth+array[3], "closure", depth)
	must(m[1] == depth && m[2] == depth && len(pm) == 2, "map", depth)
	m[1] = 8
	must(pm[1] == 8, "one map", depth)
	must(grown[1] == depth && &grown[0] != &middle[0], "appended", depth)
	buffer = append(buffer, 2)
	must(buffer[0] == depth && buffer[1] == 2, "append buffer", depth)
	must(string(bytes) == text, "bytes", depth)
	must(outer != nil && *outer == 99, "outermost variable", depth)
	must(closure() == depth+chain()%7, "chain", depth)
	must(presult == &result, "result", depth)
	if caller != nil {
		must(len(caller) == 3 && caller[0] == 10*(depth+1)+1, "caller's slice", depth)
	}
	if list != nil {
		must(here.next == list && list.value == depth+1, "caller's node", depth)
	}
	*presult += x % 3
	return
}

// grow takes frames of a known size, so that the stack's own size is known.
func grow(depth int, first *int, moves *[16]uintptr, n *int) int {
	var pad [120]int
	pad[depth%120] = depth
	if a := uintptr(unsafe.Pointer(first)); moves[*n%16] != a {
		*n++
		moves[*n%16] = a
	}
	if depth == 0 {
		return *first
	}
	r := grow(depth-1, first, moves, n)
	return r + pad[depth%120] - depth
}

// A local that many frames share by pointer, and that waits, its stack moved meanwhile.
func wait(in, out chan int) {
	var slot int
	p := &slot
	n := 0
	for {
		v, ok := <-in
		if !ok {
			break
		}
		slot = v
		outer := 99
		n += down(v, nil, &outer, nil, func() int { return *p })
	}
	out <- n
}

// The place a value is received at is on the stack, and so are those of a select.
func received(depth int, c, d chan [4]int, end chan int) {
	var got, other [4]int
	p, q := &got[3], &other[3]
	if depth > 0 {
		received(depth-1, c, d, end)
	}
	select {
	case got = <-c:
	case other = <-d:
	}
	end <- *p + *q
}

func main() {
	end := make(chan int)
	go func() {
		first, n := 5, 0
		var moves [16]uintptr
		r := grow(400, &first, &moves, &n)
		end <- r
		end <- n
	}()
	// From 2 KiB to 512 KiB it is doubled eight times: once for grow's first frame, before it looks.
	println("grow", <-end, <-end >= 8)

	for _, depth := range [...]int{0, 1, 2, 5, 60} {
		go func() {
			outer := 99
			end <- down(depth, nil, &outer, nil, func() int { return outer })
		}()
		println("down", depth, <-end)
	}

	in := make(chan int)
	for range 3 {
		go wait(in, end)
	}
	for i := range 9 {
		in <- 2 * i
	}
	close(in)
	println("wait", <-end+<-end+<-end)

	c, d := make(chan [4]int), make(chan [4]int)
	for range 3 {
		go received(5, c, d, end)
	}
	sum := 0
	for i := range 18 {
		if i%2 == 0 {
			c <- [4]int{3: i}
		} else {
			d <- [4]int{3: 100 * i}
		}
		sum += <-end
	}
	println("received", sum)
}
