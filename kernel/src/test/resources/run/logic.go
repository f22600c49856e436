package main

import "fmt"

var calls string

func t(s string) bool { calls += s; return true }
func f(s string) bool { calls += s; return false }

func show(b bool) {
	fmt.Println(b, calls)
	calls = ""
}

func main() {
	show(t("a") && f("b") && t("c"))
	show(f("a") || t("b") || f("c"))
	show(t("a") && (f("b") || t("c")) && !f("d"))
	show(!(t("a") || t("b")))
	x := t("x") == f("y")
	show(x)
	show(x != true)
	if t("1") && !f("2") || f("3") {
		show(true)
	}
	for f("q") || len(calls) < 3 {
		calls += "-"
	}
	show(len(calls) > 2)
	var p *int
	if p != nil && *p > 0 {
		fmt.Println("no")
	}
	s := []int{1}
	if len(s) > 1 && s[1] == 2 || len(s) == 1 && s[0] == 1 {
		fmt.Println("ok")
	}
	a, b := true, false
	a, b = b, a
	fmt.Println(a, b, a == b, a != b, a && b, a || b, !a)
	bs := []bool{a, b, a || b, a && b}
	bs[0] = !bs[1]
	fmt.Println(bs)
	n := 7
	ok := n > 3 && n < 10
	fmt.Println(ok, n > 3 == (n < 10))
	type flags struct{ a, b bool }
	fl := flags{b: n == 7}
	fl.a = fl.b && !ok || n != 0
	fmt.Println(fl)
}
