package main

type I interface{ m() }
type F func()

func main() {
	_ = int{1}
	_ = string{"a"}
	_ = F{}
	_ = I{}
	_ = any{1}
	_ = error{}
	_ = chan int{}
	_ = x{}
	_ = func(){1}
}
