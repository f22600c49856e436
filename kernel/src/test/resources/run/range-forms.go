package main

import "fmt"

type list []int

func evens(n int) []int {
	var out []int
	for i := range n {
		if i%2 == 0 {
			out = append(out, i)
		}
	}
	return out
}

func main() {
	for i := range 3 {
		fmt.Print(i)
	}
	var n8 int8 = 3
	for i := range n8 {
		fmt.Printf(" %T%d", i, i)
	}
	for range 2 {
		fmt.Print(" r")
	}
	for i := range 0 {
		fmt.Print("never", i)
	}
	fmt.Println()
	s := []string{"a", "b", "c"}
	for i := range s {
		fmt.Print(i)
	}
	for i, v := range s {
		fmt.Print(i, v)
	}
	for _, v := range s {
		fmt.Print(v)
	}
	for range s {
		fmt.Print(".")
	}
	var i int
	var v string
	for i, v = range s {
	}
	fmt.Println(i, v)
	arr := [4]int{1, 2, 3, 4}
	for i := range arr {
		arr[i] *= arr[i]
	}
	sum := 0
	for _, x := range arr {
		sum += x
	}
	for i, x := range &arr {
		sum += i * x
	}
	fmt.Println(sum, arr)
	var nilp *[5]int
	for i := range nilp {
		fmt.Print(i, len(nilp))
	}
	fmt.Println()
	for i, v := range list(evens(10)) {
		if v == 4 {
			continue
		}
		if v > 6 {
			break
		}
		fmt.Print(i, "=", v, " ")
	}
	fmt.Println()
	m := map[string]int{"only": 7}
	for k, v := range m {
		fmt.Println(k, v)
	}
	for k := range m {
		fmt.Println(k)
	}
	var k string
	for k, m["x"] = range map[string]int{"z": 26} {
	}
	fmt.Println(k, m["x"])
	sl := []int{1, 2, 3}
	for i, v := range sl {
		if i == 0 {
			sl = append(sl, 4)
			sl[1] = 50
		}
		fmt.Print(v, " ")
	}
	fmt.Println(len(sl))
	type pt struct{ x, y int }
	pts := []pt{{1, 2}, {3, 4}}
	for _, p := range pts {
		p.x = 100
	}
	for i := range pts {
		p := &pts[i]
		p.y *= 10
	}
	fmt.Println(pts)
	grid := [2][3]int{{1, 2, 3}, {4, 5, 6}}
	for _, row := range grid {
		for _, c := range row {
			fmt.Print(c, " ")
		}
	}
	fmt.Println()
	var fs [3]func() int
	for i := range fs {
		fs[i] = func() int { i *= 2; return i }
	}
	fmt.Println(fs[0](), fs[1](), fs[2](), fs[2]())
	for i, c := range []byte("hi") {
		fmt.Print(i, c, " ")
	}
	for i, c := range "" {
		fmt.Print(i, c)
	}
	fmt.Println()
	bs := [...]struct {
		name string
		ok   bool
	}{{"x", true}, {name: "y"}}
	for _, b := range bs {
		if b.ok {
			fmt.Println(b.name)
		}
	}
	total := 0
	for i := 10; i > 0; i -= 3 {
		for j := range i {
			total += j
		}
	}
	fmt.Println(total)
}
