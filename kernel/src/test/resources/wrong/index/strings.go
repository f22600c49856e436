package main

func main() {
	s := "abc"
	var a string = s[0]
	var b byte = s[0:1]
	var c rune = s[0]
	if s[0] == "a" {
	}
	if s[0] == 'a' {
	}
	t := s[0] + "x"
	s[0] = "b"
	u := string(s[0]) + s[1]
	for _, ch := range s {
		if ch == "a" {
		}
		s += ch
	}
	_, _, _, _, _ = a, b, c, t, u
}
