package main

import "fmt"

type acc struct {
	total float64
	n     int8
}

func mk() (func(float64), func() acc, func()) {
	var a acc
	hist := []float64{}
	return func(x float64) {
			a.total += x
			a.n++
			hist = append(hist, x)
		}, func() acc {
			return a
		}, func() {
			a = acc{}
			hist = hist[:0]
		}
}

func curry(a int8) func(uint16) func(float32) func(bool) string {
	return func(b uint16) func(float32) func(bool) string {
		return func(c float32) func(bool) string {
			return func(d bool) string {
				a--
				return fmt.Sprint(a, b, c, d)
			}
		}
	}
}

func loopVars() (out []func() int) {
	for i, j := 0, 10; i < 3; i, j = i+1, j-1 {
		out = append(out, func() int { j++; return i*100 + j })
	}
	return
}

func each(n int, f func(int) bool) {
	for i := 0; i < n && f(i); i++ {
	}
}

type visitor struct{ seen []int }

func (v *visitor) visit() func(int) { return func(n int) { v.seen = append(v.seen, n) } }

func memo(f func(int) int) func(int) int {
	cache := map[int]int{}
	return func(n int) int {
		if v, ok := cache[n]; ok {
			return v
		}
		v := f(n)
		cache[n] = v
		return v
	}
}

func fixedPoint(x int, f func(int) int) int {
	for {
		y := f(x)
		if y == x {
			return x
		}
		x = y
	}
}

func main() {
	add, get, reset := mk()
	add(1.5)
	add(2.5)
	fmt.Println(get())
	reset()
	add(1)
	fmt.Println(get())
	f := curry(127)(65535)(0.5)
	fmt.Println(f(true), f(false))
	for _, g := range loopVars() {
		fmt.Print(g(), " ", g(), " ")
	}
	fmt.Println()
	sum := 0
	each(10, func(i int) bool {
		if i == 5 {
			return false
		}
		sum += i
		return true
	})
	fmt.Println(sum)
	var v visitor
	vis := v.visit()
	vis(1)
	vis(2)
	fmt.Println(v.seen)
	calls := 0
	var fib func(int) int
	fib = memo(func(n int) int {
		calls++
		if n < 2 {
			return n
		}
		return fib(n-1) + fib(n-2)
	})
	fmt.Println(fib(60), calls)
	fmt.Println(fixedPoint(1000, func(x int) int { return (x + 10) / 2 }))
	x, y := 1, "s"
	p := &x
	h := func() (int, string) {
		*p++
		y += fmt.Sprint(x)
		return x, y
	}
	h()
	fmt.Println(h())
	fmt.Println(x, y)
	arr := [3]int{1, 2, 3}
	st := struct{ a, b int }{1, 2}
	i := func() int {
		arr[1] = 20
		st.b = st.a + arr[0]
		return len(arr) + st.b
	}()
	fmt.Println(i, arr, st)
	func(n int) {
		defer func() { fmt.Println("inner", n, x) }()
		n++
		x = 50
	}(x)
	for k := range 2 {
		func() {
			k := k * 2
			fmt.Print(k, " ")
		}()
	}
	fmt.Println()
	gen := func(s []int) func() (int, bool) {
		i := -1
		return func() (int, bool) {
			i++
			if i < len(s) {
				return s[i], true
			}
			return 0, false
		}
	}
	for next := gen([]int{7, 8, 9}); ; {
		v, ok := next()
		if !ok {
			break
		}
		fmt.Print(v, ",")
	}
	fmt.Println()
}
