package main

import "fmt"

func isPal(s string) bool {
	r := []rune(s)
	for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
		if r[i] != r[j] {
			return false
		}
	}
	return true
}

func words(s string) (out []string) {
	start := -1
	for i, c := range s {
		if c == ' ' {
			if start >= 0 {
				out = append(out, s[start:i])
				start = -1
			}
		} else if start < 0 {
			start = i
		}
	}
	if start >= 0 {
		out = append(out, s[start:])
	}
	return
}

func caesar(s string, k byte) string {
	b := []byte(s)
	for i, c := range b {
		switch {
		case 'a' <= c && c <= 'z':
			b[i] = 'a' + (c-'a'+k)%26
		case 'A' <= c && c <= 'Z':
			b[i] = 'A' + (c-'A'+k)%26
		}
	}
	return string(b)
}

func itoa(n int) string {
	if n == 0 {
		return "0"
	}
	neg := n < 0
	if neg {
		n = -n
	}
	var buf [20]byte
	i := len(buf)
	for ; n > 0; n /= 10 {
		i--
		buf[i] = byte('0' + n%10)
	}
	if neg {
		i--
		buf[i] = '-'
	}
	return string(buf[i:])
}

type word string

func (w word) upper() word {
	out := make([]byte, 0, len(w))
	for i := 0; i < len(w); i++ {
		c := w[i]
		if c >= 'a' && c <= 'z' {
			c -= 32
		}
		out = append(out, c)
	}
	return word(out)
}

func main() {
	fmt.Println(isPal("été"), isPal("kayak"), isPal("ab"))
	fmt.Println(words("  the quick  brown fox "), len(words("")))
	e := caesar("Hello, World", 3)
	fmt.Println(e, caesar(e, 23))
	fmt.Println(itoa(0), itoa(-12345), itoa(9007199254740993))
	fmt.Println(word("go").upper()+"!", len(word("é")))
	s := "a\xffb\xc3\x28\xe2\x82"
	for i, r := range s {
		fmt.Print(i, ":", r, " ")
	}
	fmt.Println(len([]rune(s)), string([]rune(s)) == s)
	b := []byte("same")
	c := string(b)
	b[0] = 'X'
	fmt.Println(c, string(b))
	var sb []byte
	for i := 0; i < 3; i++ {
		sb = append(sb, "ab"...)
		sb = append(sb, byte('0'+i), ' ')
	}
	fmt.Println(string(sb))
	count := map[rune]int{}
	for _, r := range "hello world" {
		count[r]++
	}
	fmt.Println(count['l'], count['o'], count['z'], len(count))
	const k = "constant string"
	for i := range k[:5] {
		fmt.Print(string(k[i]), ".")
	}
	fmt.Println(k[3:6], k[len(k)-1])
	x := "x"
	x += "y" + x + "z"
	x += string(rune(0x1F600)) + string([]byte{65, 66}) + string([]rune{67, 0x20AC})
	fmt.Println(x, len(x))
	if x := "b"; "a" < x && x < "c" {
		fmt.Println("between")
	}
	var arr [3]string
	arr[1] = "mid"
	fmt.Printf("%q %d\n", arr, len(arr[0]))
	fmt.Println("tab\there", `raw\t`, "nl\\n", "\"quoted\"", '\'', "\u4e16\U0001F600\x41\101")
}
