package main

// The runes of a constant are a slice literal for the compiler: its capacity is its length.

type letter rune
type text string

const greeting = "grüß\xffdich\xe2\x82"

var kept []rune
var letters []letter

func keep() {
	kept = []rune("abc")
	letters = []letter(text("añb"))
	println(cap(kept), cap(letters), kept[1], letters[1])
	kept = []rune("")
	println(kept == nil, cap(kept))
}

func main() {
	keep()
	x := []rune("abcde")
	println(cap(x), len(x))
	x[0] = 'z'
	y := []rune("abcde")
	println(y[0], string(x), string(y))
	for i, r := range []rune(greeting) {
		println(i, r)
	}
	println(len([]rune(greeting)), []rune("x"+"y")[1])
	s := "abc"
	z := []rune(s)
	println(cap(z), cap([]rune(s)))
	x = append([]rune("12345678901234567890123456789012"), []rune("ab")...)
	println(len(x), string(x))
}
