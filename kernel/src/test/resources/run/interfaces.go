package main

import "fmt"

type shape interface {
	area() float64
	name() string
}

type square struct{ s float64 }
type circle struct{ r float64 }
type tri [3]float64
type unit int

func (s square) area() float64  { return s.s * s.s }
func (s square) name() string   { return "square" }
func (c *circle) area() float64 { return 3 * c.r * c.r }
func (c *circle) name() string  { return "circle" }
func (t tri) area() float64     { return t[0] * t[1] / 2 }
func (t tri) name() string      { return "tri" }
func (u unit) area() float64    { return float64(u) }
func (u unit) name() string     { return "unit" }

type namer interface{ name() string }

type wrapper struct {
	shape
	note string
}

type readWriter interface {
	reader
	writer
}
type reader interface{ read() string }
type writer interface{ write(s string) }
type buf struct{ data string }

func (b *buf) read() string   { return b.data }
func (b *buf) write(s string) { b.data += s }

func total(shapes ...shape) (t float64) {
	for _, s := range shapes {
		t += s.area()
	}
	return
}

func describe(x interface{}) string {
	switch v := x.(type) {
	case nil:
		return "nil"
	case int:
		return fmt.Sprint("int ", v+1)
	case string:
		return "string " + v
	case []int:
		return fmt.Sprint("slice ", len(v))
	case error:
		return "error " + v.Error()
	case shape:
		return "shape " + v.name()
	case func() int:
		return fmt.Sprint("func ", v())
	case bool, float64:
		return fmt.Sprintf("%T %v", v, v)
	case *int:
		return fmt.Sprint("ptr ", *v)
	case struct{ a int }:
		return fmt.Sprint("struct ", v.a)
	}
	return fmt.Sprintf("other %T", x)
}

type myErr struct{ code int }

func (e myErr) Error() string { return fmt.Sprint("code ", e.code) }

func mayFail(n int) error {
	if n > 0 {
		return myErr{n}
	}
	return nil
}

func main() {
	c := &circle{2}
	shapes := []shape{square{3}, c, tri{3, 4, 5}, unit(7)}
	for _, s := range shapes {
		fmt.Println(s.name(), s.area())
	}
	c.r = 1
	fmt.Println(total(shapes...), total())
	var s shape
	fmt.Println(s == nil)
	s = square{3}
	fmt.Println(s == shapes[0], s != shapes[1], s == square{3}, shapes[1] == c)
	if sq, ok := s.(square); ok {
		fmt.Println("square", sq.s)
	}
	if _, ok := s.(*circle); !ok {
		fmt.Println("no circle")
	}
	var n namer = s
	fmt.Println(n.name())
	if sh, ok := n.(shape); ok {
		fmt.Println(sh.area())
	}
	_, ok := n.(error)
	fmt.Println(ok)
	w := wrapper{tri{1, 2, 3}, "note"}
	fmt.Println(w.area(), w.name(), w.note)
	n = w
	fmt.Println(n.name())
	var rw readWriter = &buf{}
	rw.write("hello")
	rw.write("!")
	var r reader = rw
	fmt.Println(r.read())
	k := 5
	for _, x := range []interface{}{nil, 1, "s", []int{1, 2}, mayFail(3), square{}, func() int { return 9 }, true, 2.5, &k, struct{ a int }{4}, int8(3), 'x', map[string]int{}} {
		fmt.Println(describe(x))
	}
	fmt.Println(mayFail(0) == nil, mayFail(2), mayFail(2) == myErr{2})
	var e1, e2 interface{} = 1, 1
	fmt.Println(e1 == e2, e1 == 1, e1 != "1", e1 == int8(1))
	e2 = "x"
	fmt.Println(e1 == e2)
	f := shapes[3].area
	shapes[3] = unit(9)
	fmt.Println(f(), shapes[3].area(), shape.name(shapes[0]))
	var big interface{} = [4]int{1, 2, 3, 4}
	arr := big.([4]int)
	arr[0] = 100
	fmt.Println(arr, big, big == [4]int{1, 2, 3, 4})
	var nilc *circle
	s = nilc
	fmt.Println(s == nil, s != nil, s.name())
	m := map[shape]int{square{1}: 1, unit(2): 2}
	fmt.Println(m[square{1}], m[unit(2)], m[tri{}])
	var any1 any = any(3)
	i := any1.(int)
	any1 = i + 1
	fmt.Println(any1, i)
}
