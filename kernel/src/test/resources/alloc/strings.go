package main

// Concatenation and conversions of strings.

var sink string
var sinkB []byte
var sinkR []rune
var sinkM map[string]int
var a = "a"
var hello = "hello"
var long = "a string of more than thirty-two bytes, it is"
var empty = ""
var bytes = []byte{'s', 'o', 'm', 'e', ' ', 'b', 'y', 't', 'e', 's'}
var runes = []rune{'r', 'ü', 'n', 'e', 's'}
var number = 0x4e16

func length(s string) int { return len(s) }

func concatLocal() {
	println(length(hello+a), len(a+hello+a))
}

func concatKept() {
	sink = hello + a
	sink = a + hello + a
	sink = a + long
	sink = a + a
}

func concatLong() {
	println(length(long + a))
}

func concatEmpty() {
	sink = hello + empty
	sink = empty + empty
	sink = empty + hello + empty
}

func plusAssign() {
	s := ""
	for i := 0; i < 10; i++ {
		s += a
	}
	println(s)
}

func plusLocal() {
	s := hello
	s = s + a
	println(len(s))
}

func constantParts() {
	sink = "x" + hello + "y"
	println(length("x" + hello + "y"))
}

func five() {
	sink = hello + a + hello + a + hello
}

func toBytes() {
	b := []byte(hello)
	b[0] = 'H'
	println(len(b), cap(b))
}

func toBytesLong() {
	b := []byte(long)
	b[0] = 'A'
	println(len(b))
}

func toBytesKept() {
	sinkB = []byte(hello)
	sinkB = []byte(long)
	sinkB = []byte(empty)
	sinkB = []byte("constant")
}

func toBytesConstant() {
	b := []byte("constant, which is known to be rather long, longer than a buffer")
	b[0] = 'C'
	println(len(b))
}

func toBytesRead() {
	n := 0
	for _, c := range []byte(long) {
		n += int(c)
	}
	println(n)
}

func toString() {
	println(length(string(bytes)))
	sink = string(bytes)
	sink = string(bytes[:1])
	sink = string(bytes[:0])
}

func toStringCompared() {
	println(string(bytes) == hello, string(bytes) < long)
	switch string(bytes) {
	case "x":
		println("x")
	}
}

func toStringKey() {
	m := map[string]int{"a": 1}
	println(m[string(bytes)])
}

func toStringStored() {
	m := map[string]int{}
	m[string(bytes)] = 1
	println(len(m))
}

func toStringConcat() {
	sink = "<" + string(bytes) + ">"
}

func toRunes() {
	r := []rune(hello)
	r[0] = 'H'
	println(len(r))
}

func toRunesLong() {
	r := []rune(long)
	r[0] = 'A'
	println(len(r), cap(r))
}

func toRunesKept() {
	sinkR = []rune(hello)
	sinkR = []rune(long)
}

func fromRunes() {
	println(length(string(runes)))
	sink = string(runes)
	sink = string(runes[:0])
}

func fromNumber() {
	println(length(string(rune(number))))
	sink = string(rune(number))
	sink = string(rune(65))
}

func substrings() {
	for i := range long {
		sink = long[i:]
	}
}

func singleBytes() {
	for i := 0; i < len(long); i++ {
		sink = string(long[i])
	}
}

func reversed() {
	r := []rune(hello)
	for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
		r[i], r[j] = r[j], r[i]
	}
	println(string(r))
}

func built() {
	var b []byte
	for i := 0; i < 10; i++ {
		b = append(b, hello...)
	}
	sink = string(b)
}

func digits(n int) string {
	if n == 0 {
		return "0"
	}
	var b []byte
	for ; n > 0; n /= 10 {
		b = append([]byte{byte('0' + n%10)}, b...)
	}
	return string(b)
}

func numbers() {
	println(digits(0), digits(7), digits(12345), digits(12345678901))
}

func compared() {
	println(hello+a == "helloa", hello+a < long)
}

func returned() string { return hello + a }

func fromCalls() {
	println(returned(), len(returned()))
}
