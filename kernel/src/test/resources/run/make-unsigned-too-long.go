package main

import "fmt"

type T []int

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}
func main() {
	n := -1
	var t T
	try(func() { t = append(T{}, make(T, n)...) })
	try(func() { t = append(T{}, make(T, 0, n)...) })
	try(func() { t = append(T{}, make(T, int64(n))...) })
	try(func() { t = append(T{}, make(T, 0, int64(n))...) })
	var x uint64 = 1<<64 - 1
	try(func() { t = append(T{}, make(T, x)...) })
	try(func() { _ = make([]byte, x) })
	try(func() { _ = make(T, 0, x) })
	try(func() { _ = make(T, x) })
	var b []byte
	try(func() { b = append(b, make([]byte, x)...) })
	_ = t
}
