// What append takes is sliced before the calls in what it appends.
package main

import "fmt"

var gi = 13

func tr(n int, x float32) float32 { fmt.Println("tr", n); return x }
func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}
func first(s []float32) []float32 { return s[:min(len(s), 4)] }

var g []float32

func fn0() (r float32) {
	defer func() { recover() }()
	v := append([]float32{r, r, r}[:gi], tr(1, r)+1)
	_ = v
	return 1
}
func fn1() (r float32) {
	v := append([]float32{r, r, r}[:gi], tr(2, r))
	_ = v
	return 1
}
func fn2() (r float32) {
	v := append(first(append([]float32{r, r, r}[:gi], tr(3, r)+1)))
	_ = v
	return 1
}
func fn3() (r float32) {
	g = append([]float32{r, r, r}[:gi], tr(4, r)+1)
	return 1
}
func fn4() (r float32) {
	var a = []float32{1, 2, 3}
	g = append(a[:gi], tr(5, r)+1)
	return 1
}
func fn5() (r float32) {
	var a = []float32{1, 2, 3}
	first(append(a[:gi], tr(6, r)))
	return 1
}
func main() {
	try(func() { fn0() })
	try(func() { fn1() })
	try(func() { fn2() })
	try(func() { fn3() })
	try(func() { fn4() })
	try(func() { fn5() })
}
