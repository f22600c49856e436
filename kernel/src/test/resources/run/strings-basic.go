package main

import "fmt"

func rev(s string) string {
	out := ""
	for i := len(s) - 1; i >= 0; i-- {
		out += s[i : i+1]
	}
	return out
}

func main() {
	s := "hello, world"
	fmt.Println(len(s), s[0], s[7:], s[:5], s[3:8], string(s[1]))
	t := s[:5]
	u := "hel" + "lo"
	fmt.Println(t == u, t < "help", t > "hell", t != s, "" < "a", "b" >= "b", "abc" <= "abd")
	fmt.Println(rev(s))
	for i, r := range "aé€😀\xff" {
		fmt.Println(i, r, string(r))
	}
	b := []byte("bytes")
	b[0] = 'B'
	fmt.Println(string(b), len(b), b)
	r := []rune("héllo")
	r[1] = 'e'
	fmt.Println(string(r), len(r))
	x := "a"
	for i := 0; i < 5; i++ {
		x += x
	}
	fmt.Println(x, len(x))
	var empty string
	fmt.Println(empty == "", len(empty), empty+"x")
	k := "multi" + s[5:7] + fmt.Sprint(1, 2) + "end"
	fmt.Println(k)
	raw := `a\n"b"
c`
	fmt.Println(raw, len(raw))
	fmt.Printf("%q %s %v %x\n", s, s, s, "hi")
	count := 0
	for range "héllo" {
		count++
	}
	fmt.Println(count)
	m := map[string]int{}
	m[string(b)]++
	fmt.Println(m["Bytes"], m[string([]byte{'B', 'y'})])
	switch s[:1] {
	case "h", "j":
		fmt.Println("starts with h or j")
	}
}
