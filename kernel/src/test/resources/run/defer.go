package main

import "fmt"

func order() {
	for i := 0; i < 3; i++ {
		defer fmt.Println("deferred", i)
	}
	fmt.Println("body")
}

func modify() (n int) {
	defer func() { n *= 2 }()
	n = 5
	return n + 1
}

func args() {
	x := 1
	defer fmt.Println("arg", x)
	x = 2
	defer func() { fmt.Println("closure", x) }()
	x = 3
}

func rec(n int) (s string, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered: %v", r)
		}
	}()
	s = "before"
	a := []int{1, 2, 3}
	return fmt.Sprint(a[n]), nil
}

func nested() {
	defer fmt.Println("outer deferred")
	defer func() {
		defer func() {
			fmt.Println("inner recover", recover())
		}()
		panic("second")
	}()
	func() {
		defer func() { fmt.Println("first recover", recover()) }()
		panic("first")
	}()
	fmt.Println("after first")
}

type res struct{ name string }

func (r *res) close()      { fmt.Println("close", r.name) }
func (r res) show(n int)   { fmt.Println("show", r.name, n) }

func methods() {
	r := res{"a"}
	defer r.close()
	defer r.show(1)
	r.name = "b"
	defer r.show(2)
}

func loopDefer(n int) (total int) {
	for i := 0; i < n; i++ {
		defer func() { total += i }()
	}
	return 100
}

func cond(b bool) {
	if b {
		defer fmt.Println("cond deferred")
	}
	fmt.Println("cond body", b)
}

func repanic() (out string) {
	defer func() { out = fmt.Sprint("outer got ", recover()) }()
	defer func() {
		r := recover()
		panic(fmt.Sprint("re-", r))
	}()
	panic("orig")
}

func noPanic() {
	defer func() { fmt.Println("nothing:", recover()) }()
}

func deep(n int) {
	defer func() {
		if n%2 == 0 {
			recover()
		}
	}()
	if n == 0 {
		panic("bottom")
	}
	deep(n - 1)
	if n == 1 {
		panic("one")
	}
}

func results() (a int, b string, c *int) {
	x := 42
	defer func() {
		recover()
		b += "!"
	}()
	a, b, c = 1, "set", &x
	var m map[string]int
	m["boom"] = 1
	return 9, "never", nil
}

func main() {
	order()
	fmt.Println(modify())
	args()
	fmt.Println(rec(1))
	fmt.Println(rec(7))
	nested()
	methods()
	fmt.Println(loopDefer(4))
	cond(true)
	cond(false)
	fmt.Println(repanic())
	noPanic()
	deep(4)
	a, b, c := results()
	fmt.Println(a, b, *c)
	defer fmt.Println("main deferred")
	func() {
		defer func() {
			if e, ok := recover().(error); ok {
				fmt.Println("runtime error:", e.Error())
			}
		}()
		var p *struct{ x [100]int }
		fmt.Println(p.x[5])
	}()
	fmt.Println("end")
}
