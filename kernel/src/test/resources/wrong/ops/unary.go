package main

func main() {
	s := "a"
	b := true
	n := 1
	f := 1.5
	p := &n
	_ = -s
	_ = !n
	_ = !s
	_ = -b
	_ = ^f
	_ = +p
	_ = ^b
	_ = *n
	_ = &1
	_ = &f()
	_ = -nil
	_ = !nil
	_ = <-n
	_ = ~n
}
