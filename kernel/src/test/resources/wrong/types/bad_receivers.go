package main

import "fmt"

type P *int
type I interface{}
type T struct{}

func (int) a()            {}
func (x []int) b()        {}
func (P) c()              {}
func (I) d()              {}
func (**T) e()            {}
func (fmt.Stringer) f()   {}
func (x undefinedType) g() {}
func (*int) h()           {}
func (struct{}) i()       {}
func (func()) j()         {}

func main() {
}
