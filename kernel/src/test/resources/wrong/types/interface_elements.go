package main

type T struct{}
type S interface{ ~int | string }

type A interface {
	T
	int
	*T
}

var a A
var b S
var c interface{ comparable }
var d comparable
var e []S

func f(x S) {}
func g() A { return nil }

func main() {
}
