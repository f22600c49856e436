package main

import "fmt"

func main() {
	n := 5
	s := "n = " + n
	t := "x" + 'y'
	u := "a" + 1
	fmt.Println("total: " + n + "!")
	v := s + nil
	w := 1 + "a"
	x := "a" + 1.5
	_, _, _, _, _ = t, u, v, w, x
}
