// Slices of elements of size 0 have lengths up to the largest int; one more panics.
package main

import (
	"fmt"
	"math"
)

type none struct{}

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	s := make([]none, math.MaxInt-1)
	s = append(s, none{})
	fmt.Println(len(s), cap(s))
	one := make([]none, 1)
	try(func() { s = append(s, none{}) })
	try(func() { s = append(s, one...) })
	try(func() { s = append(s, none{}, none{}, none{}) })
	try(func() { s = append(s, s...) })
	fmt.Println(len(s), cap(s))
	a := append([][0]int{}, [0]int{}, [0]int{})
	fmt.Println(len(a), cap(a), len(append(a[:1:1], a...)))
}
