package main

// A program made from another text: what the tracebacks say is of that text, even of a file
// without a name or with a colon in it.

type point struct{ x, y int }

//line c:/made/grammar.y:100
func index(a []int, i int) int {
	return a[
/*line inner.y:7:3*/ i]
}

//line :5
func unnamed(p *point) int { return p.x +
	index(nil, p.y) }

//line spread.y:40
func later() {
	defer func() {
//line recovered.y:7:9
		println(recover() != nil)
		panic(point{1,
//line recovered.y:50
			2}.x)
	}()
/*line here.y:1*/ unnamed(
/*line there.y:2*/ &point{0, 4})
}

//line last.y:1073741820
func main() { later() }
