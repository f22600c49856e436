package main

import "fmt"

func classify(n int) string {
	switch {
	case n < 0:
		return "neg"
	case n == 0:
		return "zero"
	case n < 10:
		return "small"
	default:
		return "big"
	}
}

func fall(n int) (out string) {
	switch n {
	case 1:
		out += "one "
		fallthrough
	case 2:
		out += "two "
		fallthrough
	default:
		out += "default "
	case 3, 4:
		out += "three-four "
		if n == 4 {
			break
		}
		out += "three"
	}
	return
}

func find(m [][]int, want int) (int, int) {
outer:
	for i, row := range m {
		for j, v := range row {
			if v == want {
				return i, j
			}
			if v < 0 {
				continue outer
			}
			if v > 100 {
				break outer
			}
		}
	}
	return -1, -1
}

func gotos(n int) int {
	i, s := 0, 0
loop:
	if i < n {
		s += i
		i++
		goto loop
	}
	if s > 20 {
		goto big
	}
	return s
big:
	return -s
}

func main() {
	for _, n := range []int{-5, 0, 5, 50} {
		fmt.Println(n, classify(n))
	}
	for i := 1; i <= 5; i++ {
		fmt.Println(i, fall(i))
	}
	m := [][]int{{1, -1, 3}, {4, 5}, {6, 200, 7}, {8}}
	fmt.Println(find(m, 5))
	fmt.Println(find(m, 3))
	fmt.Println(find(m, 8))
	fmt.Println(gotos(5), gotos(10))
	i := 0
	for {
		i++
		if i%2 == 0 {
			continue
		}
		if i > 9 {
			break
		}
		fmt.Print(i, " ")
	}
	fmt.Println()
	for i := range 4 {
		fmt.Print(i, ",")
	}
	n := 3
	for range n {
		n++
	}
	fmt.Println(n)
	for i, j := 0, 10; i < j; i, j = i+1, j-2 {
		fmt.Print(i, j, ";")
	}
	fmt.Println()
	if x := classify(3); x == "small" {
		fmt.Println("yes", x)
	} else if y := len(x); y > 3 {
		fmt.Println(x, y)
	} else {
		fmt.Println("no")
	}
	switch x := 5; x {
	case 1, 2, 3:
		fmt.Println("low")
	case 4, 5:
		fmt.Println("mid")
	}
	switch {
	}
	switch s := "b"; s + "c" {
	case "ab":
		fmt.Println("ab")
	case "bc":
		fmt.Println("bc")
	}
	var u8 uint8
	for u8 = 250; u8 > 5; u8++ {
		fmt.Print(u8, " ")
	}
	fmt.Println(u8)
	k := 0
sw:
	switch {
	case k < 3:
		k++
		goto sw
	case k == 3:
		for {
			k++
			if k > 6 {
				break sw
			}
		}
	}
	fmt.Println(k)
	func() {
		for i := 0; ; i++ {
			if i == 3 {
				fmt.Println("return from", i)
				return
			}
		}
	}()
}
