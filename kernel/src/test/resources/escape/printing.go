package main

import "fmt"

type S struct{ name string }

func (s S) String() string   { return s.name }
func (s *S) Error() string   { return s.name }
func prs(s string)           { fmt.Println("hi", s) }
func prp(s *S)               { fmt.Printf("%v %s\n", s, s.name) }
func prv(s S)                { fmt.Println(s) }
func spr(a int, b float64) string { return fmt.Sprintf("%d %f", a, b) }
func err(s string) error     { return fmt.Errorf("bad %q", s) }
func err2(s string) error    { return &S{s} }
func lens(s []int)           { fmt.Println(len(s), cap(s), s[0], s[1:]) }
func none()                  { fmt.Println() }
func pass(a ...any)          { fmt.Println(a...) }
func pass2(a ...any) string  { return fmt.Sprint(a[1:]...) }
func expr(a, b int)          { fmt.Println(a+b, a == b, -a, !(a < b), a<<2) }

func main() {}
