package main

import "fmt"

type buffer struct {
	buf []byte
	off int
}

func (b *buffer) write(p ...byte) *buffer { b.buf = append(b.buf, p...); return b }
func (b *buffer) writeString(s string) int {
	b.buf = append(b.buf, s...)
	return len(s)
}
func (b *buffer) read(p []byte) (n int) {
	n = copy(p, b.buf[b.off:])
	b.off += n
	return
}
func (b buffer) String() string { return string(b.buf[b.off:]) }

func hex(p []byte) string {
	const digits = "0123456789abcdef"
	out := make([]byte, 0, 2*len(p))
	for _, c := range p {
		out = append(out, digits[c>>4], digits[c&15])
	}
	return string(out)
}

func putU32(p []byte, v uint32) {
	_ = p[3]
	p[0] = byte(v >> 24)
	p[1] = byte(v >> 16)
	p[2] = byte(v >> 8)
	p[3] = byte(v)
}

func u32(p []byte) uint32 { return uint32(p[0])<<24 | uint32(p[1])<<16 | uint32(p[2])<<8 | uint32(p[3]) }

func rle(s string) (out []byte) {
	for i := 0; i < len(s); {
		j := i
		for j < len(s) && s[j] == s[i] && j-i < 9 {
			j++
		}
		out = append(out, byte('0'+j-i), s[i])
		i = j
	}
	return
}

func index(s, sub string) int {
next:
	for i := 0; i+len(sub) <= len(s); i++ {
		for j := range sub {
			if s[i+j] != sub[j] {
				continue next
			}
		}
		return i
	}
	return -1
}

func split(s string, sep byte) (parts []string) {
	for {
		i := 0
		for i < len(s) && s[i] != sep {
			i++
		}
		parts = append(parts, s[:i])
		if i == len(s) {
			return
		}
		s = s[i+1:]
	}
}

func main() {
	var b buffer
	fmt.Println(b.write('a', 'b').write().writeString("cdé"), b, len(b.buf))
	p := make([]byte, 3)
	for n := b.read(p); n > 0; n = b.read(p) {
		fmt.Print(string(p[:n]), "|")
	}
	fmt.Println(b.String() == "", b.off)
	fmt.Println(hex([]byte("hi\xff\x00")), hex(nil) == "")
	var w [6]byte
	putU32(w[1:], 0xdeadbeef)
	fmt.Println(hex(w[:]), u32(w[1:5]) == 0xdeadbeef, u32(w[:4]))
	fmt.Println(string(rle("aaabccccccccccccd")), index("hello world", "o w"), index("abc", "z"), index("x", ""))
	fmt.Printf("%q\n", split("a,b,,c,", ','))
	func() {
		defer func() { fmt.Println(recover()) }()
		putU32(w[4:], 1)
	}()
	x := []byte("shared")
	y := x[2:4]
	y = append(y, 'X')
	fmt.Println(string(x), string(y), cap(x[2:4:4]))
	z := append(x[:2:2], y...)
	z[0] = 'Z'
	fmt.Println(string(x), string(z))
}
