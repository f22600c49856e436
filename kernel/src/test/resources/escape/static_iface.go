package main

type sig interface{ match() int }
type html string
type exact struct {
	b []byte
	s string
}

func (h html) match() int   { return len(h) }
func (e *exact) match() int { return len(e.b) }

var sigs = []sig{
	html("<A"),
	html("<B"),
	&exact{[]byte("x"), "y"},
	&exact{[]byte("GIF"), "z"},
}

var table = map[string]sig{"a": html("q"), "b": &exact{}}
var arr = [...]any{1, "two", 3.5, nil, exact{}, &exact{s: "t"}, []int{1}, func() int { return 1 }}
var other = sigs
var word any = html("w")
var nested = struct {
	p *int
	q []any
}{new(int), []any{1, new(string)}}

func main() {}
