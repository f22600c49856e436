package main

import "fmt"

type animal interface {
	sound() string
	legs() int
}

type named struct{ name string }

func (n named) hello() string    { return "I am " + n.name }
func (n *named) rename(s string) { n.name = s }

type walker struct{ n int }

func (w walker) legs() int { return w.n }

type dog struct {
	named
	*walker
	age int
}

func (d dog) sound() string { return d.name + " barks" }

type puppy struct {
	dog
	toys []string
}

func (p puppy) sound() string { return p.dog.sound() + " softly" }

type loud struct{ animal }

func (l loud) sound() string { return l.animal.sound() + "!!!" }

type level3 struct{ puppy }

type a struct{ x int }
type b struct{ a }
type c struct{ *b }
type d struct {
	c
	y int
}

func (v a) get() int   { return v.x }
func (v *a) set(n int) { v.x = n }

type setter interface{ set(int) }
type getset interface {
	setter
	get() int
}

func main() {
	dg := dog{named{"rex"}, &walker{4}, 3}
	p := puppy{dg, []string{"ball"}}
	for _, an := range []animal{dg, &dg, p, &p, loud{p}, loud{loud{dg}}} {
		fmt.Println(an.sound(), an.legs())
	}
	p.rename("max")
	fmt.Println(p.hello(), dg.hello(), p.name, p.dog.named.name)
	p.n = 3
	fmt.Println(dg.legs(), p.walker.n)
	l := level3{p}
	l.rename("deep")
	fmt.Println(l.hello(), l.sound(), l.legs(), l.age)
	f := l.hello
	l.rename("later")
	fmt.Println(f(), l.hello())
	v := d{c{&b{a{1}}}, 2}
	v.set(5)
	fmt.Println(v.x, v.get(), v.y, v.c.b.a.x)
	var gs getset = v
	gs.set(9)
	fmt.Println(gs.get(), v.x)
	g := gs.get
	s := gs.set
	s(11)
	fmt.Println(g(), v.x)
	fmt.Println(puppy.sound(p), (*puppy).legs(&p), dog.hello(dg))
	var e struct {
		named
		fmt.Stringer
	}
	e.name = "anon"
	fmt.Println(e.hello(), e.Stringer == nil)
}
