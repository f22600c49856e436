package main

type T struct{ a, b int }
type P struct {
	t *T
	v T
}

func (p P) byValue() *T     { return p.t }
func (p *P) byPointer() *T  { return &p.v }
func (p *P) set(t *T)       { p.t = t }
func (p *P) setVal(t *T)    { p.v = *t }
func (p *P) chain() *P      { return p }
func (p *P) get() int       { return p.t.a }
func (P) none()             {}
func use() *T {
	var p P
	p.set(&T{1, 2})
	return p.byValue()
}
func use2() int {
	var p P
	p.setVal(&T{1, 2})
	return p.chain().chain().get()
}
func use3() *T {
	p := P{v: T{1, 2}}
	return p.byPointer()
}
func use4() int {
	p := &P{}
	q := &p
	return (*q).get()
}

type Outer struct {
	P
	*T
}

func (o *Outer) inner() *T { return o.byPointer() }
func (o Outer) inner2() *T { return o.byPointer() }
func (o *Outer) ptr() *int { return &o.a }
func useOuter() int {
	o := Outer{T: &T{}}
	o.set(o.T)
	o.none()
	return o.b
}

type F func(*int) *int

func (f F) call(p *int) *int { return f(p) }
func useF() *int {
	x := 1
	return F(func(p *int) *int { return p }).call(&x)
}

func main() {}
