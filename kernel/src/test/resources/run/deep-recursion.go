package main

import "fmt"

type big struct {
	pad [20]int
	p   *int
}

func down(n int, acc *int, b big) int {
	b.pad[n%20] = n
	*b.p += 1
	if n == 0 {
		return *acc
	}
	*acc += n
	r := down(n-1, acc, b)
	return r + b.pad[n%20] - n
}

func pingpong(n int, s string) string {
	if n == 0 {
		return s
	}
	var local [8]string
	local[n%8] = s
	p := &local[n%8]
	r := pingpong(n-1, s)
	if *p != s {
		return "broken"
	}
	return r
}

func tower(n int, a, b, c string, moves *int) {
	if n == 0 {
		return
	}
	tower(n-1, a, c, b, moves)
	*moves++
	tower(n-1, c, b, a, moves)
}

func main() {
	acc, cnt := 0, 0
	fmt.Println(down(5000, &acc, big{p: &cnt}), cnt)
	fmt.Println(pingpong(3000, "ok"))
	moves := 0
	tower(12, "A", "B", "C", &moves)
	fmt.Println(moves)
	x := 1
	px := &x
	var grow func(n int) *int
	grow = func(n int) *int {
		if n == 0 {
			return px
		}
		return grow(n - 1)
	}
	*grow(10000) = 77
	fmt.Println(x)
}
