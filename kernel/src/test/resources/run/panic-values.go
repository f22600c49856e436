package main

import "fmt"

type pt struct{ x, y int }
type num float64
type flag bool
type txt string

func try(v interface{}) {
	defer func() {
		r := recover()
		fmt.Printf("%T %v\n", r, r)
	}()
	panic(v)
}

func main() {
	for _, v := range []interface{}{1, "s", 2.5, true, 'x', pt{1, 2}, &[]int{1}, []int{1, 2}, map[string]int{"a": 1}, num(1.5), flag(true), txt("t"), nil, uint8(3), 1 + 2i} {
		if p, ok := v.(*[]int); ok {
			v = len(*p)
		}
		try(v)
	}
	defer func() {
		panic(num(2.5))
	}()
	defer func() {
		panic(txt("two\nlines"))
	}()
	panic(1 + 2i)
}
