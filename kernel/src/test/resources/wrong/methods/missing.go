package main

import "fmt"

type Shape interface {
	Area() float64
	Name() string
}

type Square struct{ s float64 }

func (q Square) Area() float64 { return q.s * q.s }

type Circle struct{ r float64 }

func (c *Circle) Area() float64 { return c.r }
func (c *Circle) Name() string  { return "circle" }

type Tri struct{}

func (Tri) Area() int    { return 1 }
func (Tri) Name() string { return "tri" }

type Low struct{}

func (Low) area() float64 { return 1 }
func (Low) name() string  { return "" }

func main() {
	var s Shape
	s = Square{1}
	s = Circle{1}
	s = &Circle{1}
	s = Tri{}
	s = Low{}
	s = 5
	s = nil
	s = "a"
	var x fmt.Stringer = Square{}
	shapes := []Shape{Square{}, Circle{}, &Tri{}}
	_, _, _ = s, x, shapes
}
