package main

import "fmt"

var sink string
var bsink []byte

func use(s string) int { return len(s) }
func keep(s string)    { sink = s }

func f(a, b string, bs []byte) (n int) {
	s := a + b
	n += use(s)
	t := string(bs)
	n += use(t)
	u := s + ""
	keep(u) // u escapes: must be copied off the stack
	switch string(bs) {
	case "xyz":
		n += 100
	case "abc":
		n += 1000
	}
	m := map[string]int{"abc": 7}
	n += m[string(bs)]
	if string(bs) == "abc" && string(bs) < "b"+string(bs) {
		n++
	}
	for i, c := range []byte(s) {
		n += i * int(c)
	}
	r := []rune(s)
	n += len(r) + cap(r)
	x := []byte(b)
	x[0] = 'Q'
	n += cap(x) + int(x[0])
	y := []byte("const")
	y = append(y, '!')
	bsink = []byte("hello")
	fmt.Println(cap(bsink), len(y), string(rune(n%128)))
	z := string(rune(65 + n%20))
	return n + use(z) + use(string(r))
}

func rec(n int, s string) string {
	if n == 0 {
		return s
	}
	t := s + "x"
	if len(t) > 20 {
		t = t[:5] + t[6:]
	}
	return rec(n-1, t)
}

func main() {
	fmt.Println(f("héllo", "world", []byte("abc")))
	fmt.Println(sink, f("a long string that does not fit", "into thirty-two bytes", []byte("xyz")), sink)
	fmt.Println(rec(100, "abc"))
	var parts string
	for i := 0; i < 5; i++ {
		s := "<" + fmt.Sprint(i) + ">"
		parts += s
	}
	fmt.Println(parts)
}
