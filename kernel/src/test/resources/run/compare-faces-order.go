package main

import "fmt"

// Two interfaces are compared; what remains of their operands beside calls is evaluated from the right.

type small uint8

func try(name string, f func() bool) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, r)
		}
	}()
	fmt.Println(name, f())
}

func main() {
	var bytes []small
	var words []string
	var faces []any
	i, j := 1, 2
	try("bytes", func() bool { return any(bytes[i]) == any(bytes[j]) })
	try("bytes, other", func() bool { return any(bytes[i]) != any(bytes[j]) })
	try("words", func() bool { return any(words[i]) == any(words[j]) })
	try("faces", func() bool { return faces[i] == faces[j] })
	var p *struct{ e error }
	try("pointer", func() bool { return p.e == faces[i] })
	try("mixed", func() bool { return faces[i] == any(bytes[j]) })
	faces = []any{1, []int{1}, []int{2}}
	try("uncomparable", func() bool { return faces[i] == faces[j] })
	try("different", func() bool { return faces[0] == faces[j] })
	n := 0
	next := func() any { n++; return n }
	try("calls", func() bool { return next() == next() })
	try("call and element", func() bool { return next() == faces[n%3] })
}
