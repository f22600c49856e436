package main

import "math"

type T struct {
	Name string
	age  int
}

func (t T) Hello() {}

func main() {
	t := T{}
	_ = t.name
	_ = t.Age
	_ = t.nothing
	t.hello()
	t.Goodbye()
	_ = T.Name
	_ = t.Hello.x
	_ = t.Name.first
	_ = math.Pi.x
	_ = math.Sqrt.x
	n := 1
	_ = n.x
	n.foo()
	"a".len()
	_ = []int{}.len
	_ = main.x
	_ = t.age.years
	_ = (&t).nope
	_ = nil.x
	_ = int.x
	_ = undefined.x
}
