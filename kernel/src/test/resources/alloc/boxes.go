package main

// Values in interfaces: what needs an object of its own.

type small struct{ x int }
type one struct{ b byte }
type two struct{ p *int }
type pair struct{ a, b int }
type text struct{ s string }
type none struct{}
type kilo [1024]byte
type kilo8 [1032]byte
type arr1 [1]*int
type num int
type fl float64

type speaker interface{ speak() int }

func (p pair) speak() int   { return p.a }
func (n num) speak() int    { return int(n) }
func (s *small) speak() int { return s.x }
func (n none) speak() int   { return 0 }

var sink any
var sinks []any
var speak speaker
var hundred = 100
var thousand = 1000
var flag = true
var zero = 0
var half = 0.5
var none0 = 0.0
var empty = ""
var word = "word"
var nothing []int
var some = []int{1}
var cell int

func keep(v any)           { sink = v }
func look(v any) bool      { return v == nil }
func all(vs ...any) int    { return len(vs) }
func keepAll(vs ...any)    { sinks = vs }
func speaks(s speaker) int { return s.speak() }

func constants() {
	keep(1000)
	keep("constant")
	keep(3.25)
	keep(pair{1, 2})
	keep(true)
}

func notReassigned() {
	x := 1000
	keep(x)
	s := "word"
	keep(s)
}

func reassigned() {
	x := 1000
	x++
	keep(x)
}

func smallInts() {
	keep(hundred)
	keep(zero)
	keep(byte(hundred))
	keep(int8(hundred))
	keep(int16(hundred))
	keep(int32(hundred))
	keep(uint64(hundred))
	keep(rune(hundred))
}

func bigInts() {
	keep(thousand)
	keep(int16(thousand))
	keep(int32(thousand))
	keep(uint64(thousand))
	keep(-hundred)
}

func narrowNegative() {
	keep(int8(-hundred))
	keep(int16(-hundred))
	keep(int32(-hundred))
}

func bools() {
	keep(flag)
	keep(!flag)
}

func floats() {
	keep(half)
	keep(none0)
	keep(float32(half))
	keep(float32(none0))
	keep(complex(half, half))
}

func strings() {
	keep(empty)
	keep(word)
	keep(word[1:1])
	keep(word[1:2])
}

func slices() {
	keep(nothing)
	keep(some)
	keep(some[:0])
}

func pointerShaped() {
	keep(&cell)
	keep(two{&cell})
	keep(arr1{&cell})
	keep(keep)
	var m map[string]int
	keep(m)
	var c chan int
	keep(c)
}

func structs() {
	keep(small{hundred})
	keep(small{thousand})
	keep(one{byte(thousand)})
	keep(pair{hundred, 1})
	keep(pair{0, zero})
	keep(text{word})
	keep(none{})
	keep([0]int{})
	keep([3]int{1, 2, thousand})
	keep([2]*int{&cell})
}

func zeroValues() {
	keep(pair{})
	keep([100]int{})
	keep(text{})
	var p pair
	keep(p)
}

func named() {
	keep(num(hundred))
	keep(num(thousand))
	keep(fl(half))
}

func lookedAt() {
	println(look(thousand), look(word), look(pair{thousand, 2}), look(kilo{}), look(half))
}

func big() {
	var k kilo
	k[0] = byte(thousand)
	println(look(k))
}

func tooBig() {
	var k kilo8
	k[0] = byte(thousand)
	println(look(k))
}

func variadic() {
	println(all(thousand, word, 1, "x", half))
}

func variadicKept() {
	keepAll(thousand, word, 1, "x", half)
}

func variadicNone() {
	println(all())
	keepAll()
}

func variadicSlice() {
	a := []any{1, thousand}
	println(all(a...))
}

func methods() {
	println(speaks(pair{thousand, 1}), speaks(num(thousand)), speaks(&small{thousand}), speaks(none{}))
}

func methodsKept() {
	speak = pair{thousand, 1}
	speak = num(thousand)
	speak = &small{thousand}
	speak = none{}
}

func toOther() {
	var s speaker = pair{thousand, 1}
	sink = s
	sink = any(s).(pair)
}

func compared() {
	var a any = thousand
	var b any = word
	println(a == thousand, b == word, a == b, sink == word)
}

func switched() {
	var a any = pair{thousand, 1}
	switch v := a.(type) {
	case int:
		println(v)
	case pair:
		println(v.a)
	}
}

func asserted() {
	var a any = pair{thousand, 1}
	p, ok := a.(pair)
	_, no := a.(int)
	println(p.b, ok, no)
}

func inLoop() {
	for i := 0; i < 300; i++ {
		keep(i)
	}
}

func inMap() {
	m := map[string]any{}
	m["a"] = thousand
	m["b"] = 7
	m["c"] = word
	println(len(m))
}

func anyKeys() {
	m := map[any]int{}
	m[thousand] = 1
	m[word] = 2
	m[hundred] = 3
	println(m[thousand], m[word])
}

func results() {
	a, b := give()
	sink = a
	sink = b
}

func give() (any, any) { return thousand, pair{thousand, thousand} }

func errs() {
	println(fail(3) != nil, fail(0) != nil)
}

type failure struct{ code int }

func (f failure) Error() string { return "failure" }

func fail(n int) error {
	if n == 0 {
		return nil
	}
	return failure{n * 1000}
}
