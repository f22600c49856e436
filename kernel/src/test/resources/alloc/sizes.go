package main

// Objects of every kind of size: tiny ones share blocks, larger ones take a class, the largest
// whole pages.

type b1 [1]byte
type b3 [3]byte
type b5 [5]byte
type b12 [12]byte
type mixed struct {
	p *int
	n int
}
type b500 struct {
	p *int
	n [61]int
}
type b512 struct {
	p *int
	n [63]int
}
type b520 struct {
	p *int
	n [64]int
}
type b1024 struct {
	p *int
	n [127]int
}

var sink any
var p8 *int8
var p16 *int16
var p32 *int32
var p64 *int64
var pp **int
var ps *string
var pb *b5
var p3 *b3
var p12 *b12
var bytes []byte
var pointers []*int
var ints []int
var n5000 = 5000

func int8s() {
	for i := 0; i < 20; i++ {
		p8 = new(int8)
	}
}

func int16s() {
	for i := 0; i < 20; i++ {
		p16 = new(int16)
	}
}

func int32s() {
	for i := 0; i < 20; i++ {
		p32 = new(int32)
	}
}

func int64s() {
	for i := 0; i < 20; i++ {
		p64 = new(int64)
	}
}

func fives() {
	for i := 0; i < 20; i++ {
		pb = new(b5)
	}
}

func threes() {
	for i := 0; i < 20; i++ {
		p3 = new(b3)
	}
}

func twelves() {
	for i := 0; i < 20; i++ {
		p12 = new(b12)
	}
}

func mixture() {
	p8 = new(int8)
	p64 = new(int64)
	p12 = new(b12)
	p8 = new(int8)
	p16 = new(int16)
	p32 = new(int32)
	pb = new(b5)
	pb = new(b5)
	p12 = new(b12)
	p3 = new(b3)
	p64 = new(int64)
	p8 = new(int8)
}

func withPointers() {
	pp = new(*int)
	ps = new(string)
	sink = new(mixed)
}

func headers() {
	sink = new(b500)
	sink = new(b512)
	sink = new(b520)
	sink = new(b1024)
}

func classes() {
	for n := 0; n < 5000; n += 97 {
		bytes = make([]byte, n)
	}
}

func classesOfPointers() {
	for n := 0; n < 700; n += 13 {
		pointers = make([]*int, n)
	}
}

func boundary() {
	bytes = make([]byte, n5000*0+32760)
	bytes = make([]byte, n5000*0+32761)
	bytes = make([]byte, n5000*0+32768)
	bytes = make([]byte, n5000*0+32769)
	bytes = make([]byte, n5000*8)
	pointers = make([]*int, n5000*0+4095)
	pointers = make([]*int, n5000*0+4096)
}

func nothing() {
	sink = new(struct{})
	sink = new([0]int)
	ints = make([]int, n5000*0)
	x := make([]struct{}, n5000)
	println(len(x))
}

func large() {
	sink = new([100000]int)
	var a [20000]int
	println(a[n5000])
}
