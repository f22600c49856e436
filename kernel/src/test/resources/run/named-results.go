package main

import (
	"errors"
	"fmt"
)

func a() (x int) { return 5 }
func b() (x int) {
	defer func() { x++ }()
	return 5
}
func c() (x, y int) {
	defer func() { x, y = y, x }()
	x = 1
	return x + 1, 3
}
func d() (s []int, err error) {
	defer func() {
		if err != nil {
			s = nil
		}
	}()
	s = append(s, 1, 2)
	err = errors.New("bad")
	return s, err
}
func e(n int) (r string) {
	if n > 0 {
		r = "pos"
		return
	}
	r = e(1) + "!"
	return r
}
func f() (p *int, get func() int) {
	n := 3
	p = &n
	get = func() int { return *p * 2 }
	return
}
func g() (x int) {
	p := &x
	*p = 9
	func() { x += 1 }()
	return x
}
func h() (x int8, y bool, z float32) {
	px, py, pz := &x, &y, &z
	*px--
	*py = !*py
	*pz += 0.5
	return
}
func i() (_ int, s string, _ bool) {
	s = "blank"
	return
}
func swap(a, b int) (x, y int) {
	x, y = b, a
	return y, x
}

func main() {
	fmt.Println(a(), b())
	fmt.Println(c())
	fmt.Println(d())
	fmt.Println(e(0))
	p, get := f()
	*p++
	fmt.Println(get(), g())
	fmt.Println(h())
	fmt.Println(i())
	fmt.Println(swap(1, 2))
}
