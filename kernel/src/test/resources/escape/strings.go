package main

func cat(a, b string) string { return a + b }
func catLocal(a, b string) int {
	c := a + b
	return len(c)
}
func cat3(a, b, c string) string { return a + (b + "x") + c + "y" + "z" }
func catAssign(n int) string {
	s := ""
	for range n {
		s += "x"
	}
	return s
}
func toBytes(s string) []byte  { return []byte(s) }
func toString(b []byte) string { return string(b) }
func toRunes(s string) []rune  { return []rune(s) }
func fromRunes(r []rune) string { return string(r) }
func fromRune(r rune) string   { return string(r) }
func local(s string, b []byte) int {
	x := []byte(s)
	x[0] = 'a'
	y := string(b)
	z := []rune(s)
	return len(x) + len(y) + len(z)
}
func readOnly(s string) (n int) {
	b := []byte(s)
	for _, c := range b {
		n += int(c)
	}
	return
}
func passed(s string) int { return use([]byte(s)) }
func use(b []byte) int    { return len(b) }
func passedMut(s string)  { mut([]byte(s)) }
func mut(b []byte)        { b[0] = 1 }
func cmp(a []byte, s string) bool { return string(a) == s || string(a) < "x" }
func sw(b []byte) int {
	switch string(b) {
	case "a":
		return 1
	}
	return 0
}
func sub(s string) string { return s[1:3] }

type MyStr string
type MyBytes []byte

func named(s MyStr) MyBytes { return MyBytes(s) }
func named2(b MyBytes) MyStr { return MyStr(b) }
func lits() ([]byte, string, []rune) { return []byte("abc"), string([]byte{1, 2}), []rune("añ") }

func main() {}
