package main

const hex = "0123456789abcdef"

var wide [256]byte

func f(b []byte, c byte) []byte {
	b = append(b, hex[c>>4], hex[c&15])
	b = append(b, wide[c])
	x := hex[c>>4]
	return append(b, x, wide[c&3])
}

func main() {}
