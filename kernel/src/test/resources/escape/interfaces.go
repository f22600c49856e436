package main

type Shape interface {
	Area() float64
	Scale(k *float64) Shape
}
type Sq struct{ s float64 }

func (q Sq) Area() float64            { return q.s * q.s }
func (q Sq) Scale(k *float64) Shape   { return Sq{q.s * *k} }

type Ci struct{ r *float64 }

func (c *Ci) Area() float64          { return *c.r }
func (c *Ci) Scale(k *float64) Shape { c.r = k; return c }

func dyn(s Shape) float64 { return s.Area() }
func arg(s Shape) Shape {
	k := 2.0
	return s.Scale(&k)
}
func devirt() float64 {
	var s Shape = Sq{2}
	return s.Area()
}
func devirtPtr() float64 {
	k := 1.0
	var s Shape = &Ci{&k}
	s.Scale(&k)
	return s.Area()
}
func notDevirt(b bool) float64 {
	var s Shape = Sq{2}
	if b {
		s = &Ci{}
	}
	return s.Area()
}
func sameType(b bool) float64 {
	var s Shape = Sq{2}
	if b {
		s = Sq{3}
	}
	return s.Area()
}
func methodValue() func() float64 {
	q := Sq{2}
	return q.Area
}
func methodValue2(c *Ci) func() float64 { return c.Area }
func methodValue3(s Shape) func() float64 { return s.Area }
func methodValueCall(c *Ci) float64 {
	f := c.Area
	return f()
}
func methodExpr(q Sq, c *Ci) float64 {
	f := Sq.Area
	g := (*Ci).Area
	h := Shape.Area
	return f(q) + g(c) + h(q)
}

type Emb struct{ Shape }
type Emb2 struct{ *Ci }

func emb(s Shape) float64 {
	e := Emb{s}
	return e.Area()
}
func emb2(k *float64) Shape {
	e := Emb2{&Ci{k}}
	return e.Scale(k)
}
func emb3() float64 {
	var s Shape = Emb2{&Ci{}}
	return s.Area()
}
func emb4(x Shape) float64 {
	var s Shape = Emb{x}
	return s.Area()
}
func typeSwitch(s Shape) *float64 {
	switch v := s.(type) {
	case *Ci:
		return v.r
	case Sq:
		return &v.s
	case nil:
		return nil
	default:
		v.Area()
	}
	return nil
}
func typeSwitch2(x any) (r any) {
	switch x.(type) {
	case int, string:
		r = x
	}
	switch y := x.(type) {
	case []int:
		r = y[0]
	case map[string]*int:
		r = y["a"]
	case func() *int:
		r = y()
	case error:
		r = y.Error()
	}
	return
}

func main() {}
