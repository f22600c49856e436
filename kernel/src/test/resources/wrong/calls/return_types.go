package main

import "errors"

func a() int     { return "x" }
func b() string  { return 1 }
func c() error   { return "failed" }
func d() *int    { return 1 }
func e() []int   { return [1]int{1} }
func f() int     { return nil }
func g() bool    { return 0 }
func h() error   { return errors.New }
func i() float64 { x := 1; return x }
func j() (int, error) { return nil, 1 }

func main() {
}
