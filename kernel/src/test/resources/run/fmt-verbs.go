package main

import "fmt"

type p struct {
	X, Y int
	s    string
}

type str string

func (s str) String() string { return "<" + string(s) + ">" }

type er struct{ n int }

func (e *er) Error() string { return fmt.Sprintf("er %d", e.n) }

type level int

const (
	low level = iota
	high
)

func (l level) String() string { return [...]string{"low", "high"}[l] }

func main() {
	fmt.Printf("%d|%5d|%-5d|%05d|%+d|%x|%X|%o|%b|%c|%q|%U\n", 42, 42, 42, 42, 42, 255, 255, 8, 5, 'A', 'B', 0x1F600)
	fmt.Printf("%f|%.2f|%8.3f|%-8.1f|%e|%g|%G\n", 3.14159, 3.14159, 3.14159, 3.14159, 1234.5678, 1e21, 1e-7)
	fmt.Printf("%s|%10s|%-10s|%q|%x|%.2s\n", "go", "go", "go", "go\n", "go", "golang")
	fmt.Printf("%t|%v|%v|%v\n", true, false, nil, 'x')
	fmt.Printf("%v %+v %#v %T\n", p{1, 2, "s"}, p{1, 2, "s"}, p{1, 2, "s"}, p{})
	fmt.Printf("%v %v %v\n", []int{1, 2}, map[string]int{"b": 1, "a": 2}, [2]bool{true, false})
	fmt.Printf("%v %s %d\n", str("x"), str("y"), low)
	fmt.Printf("%v %s\n", high, high)
	fmt.Printf("%v\n", &er{5})
	fmt.Printf("%v %+v\n", &p{3, 4, "z"}, []p{{1, 2, "q"}})
	fmt.Printf("%5t|%3c|%-4q|%#x|%#o|% d|%x\n", true, 'z', 'y', 255, 8, 5, -255)
	fmt.Printf("%*d|%-*d|%6.2f%%\n", 5, 42, 5, 42, 99.5)
	fmt.Printf("%d %s\n", "str", 5)
	fmt.Printf("%d\n", 1, 2)
	fmt.Printf("%d %d\n", 1)
	fmt.Printf("%!|%z\n", 3)
	fmt.Println(fmt.Sprintf("%08.3f|%+.1e|%x|% x|%X", 3.14159, 12345.678, "hi", "hi", []byte("hi")))
	fmt.Println(fmt.Sprint("a", 1, 2, "b", "c", 3.5, nil, true), fmt.Sprintln("x", 1))
	fmt.Print("a", "b", 1, 2, true, "\n")
	fmt.Println(str("in println"), []str{"a", "b"}, map[str]level{"k": high}, struct{ L level }{high})
	fmt.Printf("%v %d %s\n", []byte("abc"), []byte("abc"), []byte("abc"))
	fmt.Printf("%6v|%-6v|%06d\n", []int{1, 2}, "ab", -42)
	fmt.Printf("%t %v %p\n", 5, struct{}{}, nil)
	fmt.Printf("%v %v\n", 1+2i, complex64(1.5-2i))
	fmt.Printf("%[2]d %[1]d\n", 1, 2)
	var np *int
	var e error
	fmt.Println(np == nil, e, np)
	fmt.Printf("%v %v %s\n", np, e, e)
	fmt.Printf("%T %T %T %T %T %T\n", 1, "s", 1.5, []string{}, map[int]bool{}, &er{})
	fmt.Printf("%T %T %T %T\n", func(int) string { return "" }, struct{ A int }{}, e, 'x')
	fmt.Printf("%x %X %x\n", "hello", []byte{1, 171}, 3.5)
	fmt.Printf("%3d|%-3d|%03d\n", 12345, 12345, 12345)
	fmt.Printf("%q %v\n", []string{"a b", "c"}, [][]int{{1}, {2, 3}})
	fmt.Printf("%#v %#v %#v %#v\n", []int{1}, "s", map[string]bool{"k": true}, 1.0)
	fmt.Printf("%s %v\n", error(&er{1}), []error{&er{2}, nil})
	fmt.Printf("%8.3s|%-8.3s|\n", "abcdef", "abcdef")
	fmt.Printf("%+q %#q %#U\n", "é", "a`b", 'é')
	fmt.Printf("%v %v %v %v\n", int8(-5), uint8(200), uintptr(10), float32(0.1))
}
