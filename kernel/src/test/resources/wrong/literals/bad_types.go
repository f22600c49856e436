package main

type I interface{ m() }
type F func()
type N int
type P *struct{ a int }

func main() {
	_ = int{1}
	_ = string{"a"}
	_ = F{}
	_ = I{}
	_ = any{1}
	_ = error{}
	_ = x{}
	_ = N{1}
	_ = P{1}
	_ = []struct{ a int }{{1}, {a: 2}, {b: 3}, {1, 2}}
	_ = []*struct{ a int }{{1}, &{2}}
}
