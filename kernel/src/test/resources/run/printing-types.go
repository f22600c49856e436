package main

import "fmt"

type point struct {
	X, Y int
	Name string
	sub  *point
}
type ints []int
type str string
type fn func()
type node struct {
	Val  interface{}
	Kids []node
}

func main() {
	p := point{1, 2, "n", nil}
	fmt.Printf("%v|%+v|%T\n", p, p, p)
	fmt.Printf("%v|%+v|%T\n", &p, &p, &p)
	fmt.Printf("%v %d %T %s\n", ints{1, 2}, ints{1, 2}, ints{}, []str{"a", "b"})
	fmt.Printf("%v %T %q\n", str("s"), str("s"), str("s"))
	fmt.Printf("%v %+v\n", node{1, []node{{"a", nil}, {nil, []node{}}}}, node{2.5, nil})
	fmt.Printf("%v %v %v\n", [3]bool{true}, [2][]int{{1}, nil}, [0]int{})
	fmt.Printf("%v %v\n", map[string]point{"k": p}, map[point]int{{1, 1, "z", nil}: 5})
	fmt.Printf("%v %v %v\n", []interface{}{1, "a", nil, 2.5, []int{1}}, struct{}{}, struct {
		a int
		b string
	}{1, "x"})
	fmt.Printf("%T %T %T %T %T\n", p.sub, []interface{}{}, map[str]ints{}, [2]*point{}, struct{ a, b int }{})
	fmt.Printf("%T %T %T %T\n", fn(nil), func(int, ...string) (bool, error) { return true, nil }, []fn{}, interface{}(nil))
	fmt.Printf("%5v|%-5v|%05d|%x|%X|%o|%b|%c|%U\n", 42, 42, 42, 3054, 3054, 8, 5, 0x4E16, 0x4E16)
	fmt.Printf("%v %v %v %v\n", int8(-1), uint8(255), 'a', "a"[0])
	fmt.Printf("%s %v %d\n", []byte("hi"), []byte("hi"), []byte("hi"))
	fmt.Printf("%q %q %v\n", 'x', "q\"uote\n", 'x')
	fmt.Printf("%6.2f|%-8s|%8s|%+d|% d\n", 3.14159, "ab", "cd", 5, 7)
	fmt.Printf("%t %v %5t\n", true, false, true)
	fmt.Printf("%v %s\n", fmt.Errorf("e%d", 1), fmt.Errorf("wrap: %w", fmt.Errorf("in")))
	fmt.Printf("%3d|%-3d|%03d\n", []int{1, 22}, []int{3}, []int{4, 5})
	fmt.Printf("%x %X %x\n", "hey", []byte{10, 255}, -42)
	fmt.Printf("%%|%c%c|%v\n", 'o', 'k', [2]string{"x y", "z"})
	fmt.Println(p, &p, []*int{nil}, [1]interface{}{nil})
	fmt.Println("a", 1, "b", "c", 2, 3, true, nil, 'x', 2.0)
	fmt.Print("a", 1, 2, "b", "c", 3.5, nil, nil, "\n")
	fmt.Print(fmt.Sprint(), fmt.Sprint(1, 2), fmt.Sprintln("ln", 1))
	var e error
	var s fmt.Stringer
	fmt.Println(e, s, e == nil)
}
