// Packages container/heap, container/list, container/ring, math/bits and unicode/utf16.
package main

import (
	"container/heap"
	"container/list"
	"container/ring"
	"fmt"
	"math/bits"
	"unicode/utf16"
)

const seed = 1
const rounds = 1

var state uint64 = 0x9E3779B97F4A7C15 ^ seed*0x100000001B3

func rnd(n int) int {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return int(state>>33) % n
}

type ints []int

func (h ints) Len() int           { return len(h) }
func (h ints) Less(i, j int) bool { return h[i] < h[j] }
func (h ints) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *ints) Push(x any)        { *h = append(*h, x.(int)) }
func (h *ints) Pop() any {
	old := *h
	x := old[len(old)-1]
	*h = old[:len(old)-1]
	return x
}

func show(l *list.List) {
	for e := l.Front(); e != nil; e = e.Next() {
		fmt.Print(e.Value, " ")
	}
	for e := l.Back(); e != nil; e = e.Prev() {
		fmt.Print(e.Value, " ")
	}
	fmt.Println(l.Len())
}

func main() {
	h := &ints{5, 2, 8}
	heap.Init(h)
	for i := 0; i < 200*rounds; i++ {
		switch k := rnd(5); {
		case k < 2 || h.Len() == 0:
			heap.Push(h, rnd(50))
		case k == 2:
			fmt.Println(heap.Pop(h))
		case k == 3:
			fmt.Println(heap.Remove(h, rnd(h.Len())))
		case k == 4:
			at := rnd(h.Len())
			(*h)[at] = rnd(50)
			heap.Fix(h, at)
		}
		fmt.Println(*h)
	}
	var l, other list.List
	var all []*list.Element
	for i := 0; i < 150*rounds; i++ {
		pick := func() *list.Element { return all[rnd(len(all))] }
		switch k := rnd(10); {
		case k < 2 || len(all) == 0:
			all = append(all, l.PushBack(i))
		case k == 2:
			all = append(all, l.PushFront(i))
		case k == 3:
			fmt.Println(l.Remove(pick()))
		case k == 4:
			l.MoveToFront(pick())
		case k == 5:
			l.MoveToBack(pick())
		case k == 6:
			l.MoveBefore(pick(), pick())
		case k == 7:
			l.MoveAfter(pick(), pick())
		case k == 8:
			if e := l.InsertBefore(i, pick()); e != nil {
				all = append(all, e)
			}
			if e := l.InsertAfter(-i, pick()); e != nil {
				all = append(all, e)
			}
		case k == 9:
			other.Init()
			other.PushBackList(&l)
			other.PushFrontList(&other)
			show(&other)
			if l.Len() > 15 {
				l.Init()
				all = nil
			}
		}
		show(&l)
	}
	r := ring.New(5)
	for i := 0; i < r.Len(); i++ {
		r.Value = i
		r = r.Next()
	}
	for i := 0; i < 30*rounds; i++ {
		r = r.Move(rnd(9) - 4)
		if rnd(2) == 0 {
			s := ring.New(rnd(4))
			for k := s.Len(); k > 0; k-- {
				s.Value = 10*i + k
				s = s.Next()
			}
			r.Link(s)
		} else if u := r.Unlink(rnd(4)); u != nil {
			fmt.Print(u.Len(), u.Value, " ")
		}
		r.Do(func(v any) { fmt.Print(v, " ") })
		fmt.Println(r.Len(), r.Prev().Value)
	}
	for i := 0; i < 300*rounds; i++ {
		rnd(2)
		x := state >> uint(rnd(64))
		y := state>>uint(rnd(64)) | 1
		fmt.Println(bits.Len64(x), bits.Len32(uint32(x)), bits.Len16(uint16(x)), bits.Len8(uint8(x)), bits.Len(uint(x)), bits.LeadingZeros64(x), bits.LeadingZeros32(uint32(x)), bits.LeadingZeros16(uint16(x)), bits.LeadingZeros8(uint8(x)), bits.TrailingZeros64(x), bits.TrailingZeros32(uint32(x)), bits.TrailingZeros16(uint16(x)), bits.TrailingZeros8(uint8(x)))
		fmt.Println(bits.OnesCount64(x), bits.OnesCount32(uint32(x)), bits.OnesCount16(uint16(x)), bits.OnesCount8(uint8(x)), bits.Reverse64(x), bits.Reverse32(uint32(x)), bits.Reverse16(uint16(x)), bits.Reverse8(uint8(x)), bits.ReverseBytes64(x), bits.ReverseBytes32(uint32(x)), bits.ReverseBytes16(uint16(x)))
		k := rnd(200) - 100
		fmt.Println(bits.RotateLeft64(x, k), bits.RotateLeft32(uint32(x), k), bits.RotateLeft16(uint16(x), k), bits.RotateLeft8(uint8(x), k))
		fmt.Println(bits.Add64(x, y, uint64(rnd(2))))
		fmt.Println(bits.Sub64(x, y, uint64(rnd(2))))
		fmt.Println(bits.Mul64(x, y))
		fmt.Println(bits.Div64(x%y, y^x, y))
		fmt.Println(bits.Add32(uint32(x), uint32(y), uint32(rnd(2))))
		fmt.Println(bits.Sub32(uint32(x), uint32(y), uint32(rnd(2))))
		fmt.Println(bits.Mul32(uint32(x), uint32(y)))
		fmt.Println(bits.Div32(uint32(x)%(uint32(y)|1), uint32(x), uint32(y)|1))
		fmt.Println(bits.Rem64(x, x, y), bits.Rem32(uint32(x), uint32(x), uint32(y)|1))
		u := []uint16{uint16(x), uint16(0xD800 + rnd(0x400)), uint16(0xDC00 + rnd(0x400)), uint16(y)}
		runes := utf16.Decode(u)
		fmt.Println(runes, utf16.Encode(append(runes, rune(rnd(0x120000)-100))), utf16.RuneLen(rune(rnd(0x120000)-100)), utf16.IsSurrogate(rune(u[0])))
		fmt.Println(utf16.EncodeRune(rune(rnd(0x120000))))
	}
	for _, f := range []func(){func() { bits.Div64(1, 1, 0) }, func() { bits.Div64(5, 1, 3) }, func() { bits.Div32(5, 1, 5) }, func() { bits.Rem64(1, 1, 0) }} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}
