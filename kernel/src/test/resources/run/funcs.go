package main

import "fmt"

func divmod(a, b int) (q, r int) {
	q = a / b
	r = a % b
	return
}

func swap(a, b string) (string, string) { return b, a }

func fact(n int) int {
	if n <= 1 {
		return 1
	}
	return n * fact(n-1)
}

func even(n int) bool {
	if n == 0 {
		return true
	}
	return odd(n - 1)
}

func odd(n int) bool {
	if n == 0 {
		return false
	}
	return even(n - 1)
}

func named(x int) (y int, err string) {
	if x < 0 {
		return -1, "negative"
	}
	y = x * 2
	if x > 100 {
		err = "big"
		return
	}
	return y + 1, ""
}

func many() (int, string, float64, bool, []int) { return 1, "two", 3.0, true, []int{4, 5} }

func take(a int, b string, c float64, d bool, e []int) string { return fmt.Sprint(a, b, c, d, e) }

func bytes8(a int8, b uint8, c int16, d uint16, e int32, f uint32, g bool, h float32) (int8, uint8, int16, uint16, int32, uint32, bool, float32) {
	return a + 1, b + 1, c + 1, d + 1, e + 1, f + 1, !g, h + 1
}

func ack(m, n int) int {
	switch {
	case m == 0:
		return n + 1
	case n == 0:
		return ack(m-1, 1)
	}
	return ack(m-1, ack(m, n-1))
}

func order(s string, v int) int {
	fmt.Print(s, " ")
	return v
}

func main() {
	fmt.Println(divmod(17, 5))
	q, _ := divmod(-17, 5)
	fmt.Println(q)
	a, b := swap("x", "y")
	a, b = swap(a, b)
	fmt.Println(a, b, fact(10), even(10), odd(7))
	fmt.Println(named(-1))
	fmt.Println(named(5))
	fmt.Println(named(500))
	fmt.Println(take(many()))
	fmt.Println(bytes8(127, 255, 32767, 65535, 2147483647, 4294967295, true, 0.5))
	fmt.Println(ack(2, 3))
	x := order("a", 1) + order("b", 2)*order("c", 3)
	arr := []int{order("d", 4), order("e", 5)}
	arr[order("f", 0)] = order("g", 7)
	fmt.Println(x, arr)
	fmt.Println(take(order("1", 1), fmt.Sprint(order("2", 2)), float64(order("3", 3)), order("4", 4) > 3, arr))
	var f func(int) int
	fmt.Println(f == nil)
	f = fact
	fmt.Println(f(5), f != nil)
	fs := []func(int) bool{even, odd}
	fmt.Println(fs[0](4), fs[1](4))
	func() {
		fmt.Println("immediately")
	}()
	fmt.Println(func(a, b int) int { return a*10 + b }(1, 2))
}
