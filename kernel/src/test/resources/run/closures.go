package main

import "fmt"

func counter() func() int {
	n := 0
	return func() int {
		n++
		return n
	}
}

func adder(a int) func(int) int { return func(b int) int { return a + b } }

func compose(fs ...func(int) int) func(int) int {
	return func(x int) int {
		for _, f := range fs {
			x = f(x)
		}
		return x
	}
}

func apply(n int, f func(int)) {
	for i := 0; i < n; i++ {
		f(i)
	}
}

type op struct {
	name string
	f    func(float64, float64) float64
}

func main() {
	c1, c2 := counter(), counter()
	c1()
	c1()
	fmt.Println(c1(), c2())
	fmt.Println(compose(adder(1), adder(10), func(x int) int { return x * x })(5))
	sum := 0
	apply(5, func(i int) { sum += i })
	fmt.Println(sum)
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i += 10; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), " ", f(), " ")
	}
	fmt.Println()
	x := 1
	inc := func() { x++ }
	inc()
	inc()
	fmt.Println(x)
	var fib func(int) int
	fib = func(n int) int {
		if n < 2 {
			return n
		}
		return fib(n-1) + fib(n-2)
	}
	fmt.Println(fib(15))
	ops := []op{{"add", func(a, b float64) float64 { return a + b }}, {"mul", func(a, b float64) float64 { return a * b }}}
	for _, o := range ops {
		fmt.Println(o.name, o.f(3, 4))
	}
	s := []int{1, 2, 3}
	str := "abc"
	arr := [3]int{7, 8, 9}
	g := func(i int) (int, string, int) {
		s[i]++
		arr[i]++
		return s[i], str[i:], arr[i]
	}
	fmt.Println(g(1))
	fmt.Println(s, arr)
	outer := func() func() int {
		y := 5
		return func() int {
			z := y
			y = func() int { x += z; return x + y }()
			return y
		}
	}()
	fmt.Println(outer(), outer(), x)
	k := 10
	byval := func() int { return k * 2 }
	fmt.Println(byval())
	gen := func() (func(), func() string) {
		log := ""
		return func() { log += "." }, func() string { return log }
	}
	tick, get := gen()
	tick()
	tick()
	fmt.Println(get())
	defer func(n int) { fmt.Println("deferred", n, k) }(k)
	k = 20
}
