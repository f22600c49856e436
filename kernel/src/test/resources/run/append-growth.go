package main

import "fmt"

var sink interface{}

func grow(n int) {
	var s []int
	last := -1
	for i := 0; i < n; i++ {
		s = append(s, i)
		if cap(s) != last {
			last = cap(s)
			fmt.Print(last, " ")
		}
	}
	sink = s
	fmt.Println(len(s))
}

func growBytes(n int) {
	var s []byte
	last := -1
	for i := 0; i < n; i++ {
		s = append(s, byte(i))
		if cap(s) != last {
			last = cap(s)
			fmt.Print(last, " ")
		}
	}
	sink = s
	fmt.Println(len(s))
}

func growStrings(n int) {
	s := make([]string, 0)
	last := -1
	for i := 0; i < n; i++ {
		s = append(s, "x")
		if cap(s) != last {
			last = cap(s)
			fmt.Print(last, " ")
		}
	}
	sink = s
	fmt.Println(len(s))
}

type odd struct{ a, b, c int32 }

func growOdd(n int) {
	var s []odd
	last := -1
	for i := 0; i < n; i++ {
		s = append(s, odd{b: int32(i)})
		if cap(s) != last {
			last = cap(s)
			fmt.Print(last, " ")
		}
	}
	sink = s
	fmt.Println(s[n-1])
}

func main() {
	grow(2000)
	growBytes(5000)
	growStrings(700)
	growOdd(500)
	a := append([]int{1, 2, 3}, 4, 5, 6, 7)
	sink = a
	fmt.Println(len(a), cap(a))
	b := append([]int32(nil), make([]int32, 5)...)
	sink = b
	fmt.Println(len(b), cap(b))
	c := append([]byte("hello"), " world, this is longer than thirty-two bytes"...)
	sink = c
	fmt.Println(len(c), cap(c))
	d := append(a[:2], 9)
	fmt.Println(len(d), cap(d), a)
	e := append(a[:2:2], 10)
	sink = e
	fmt.Println(len(e), cap(e), a)
	f := append([]*int{}, nil, nil, nil)
	sink = f
	fmt.Println(len(f), cap(f))
	g := append([]struct{}{}, struct{}{}, struct{}{})
	fmt.Println(len(g))
	r := []rune("héllo")
	r = append(r, '!')
	sink = r
	fmt.Println(len(r))
	var nilslice []int
	fmt.Println(append(nilslice) == nil, append(nilslice, nilslice...) == nil)
}
