package main

func v(a int, b ...string) {}
func w(a ...any)           {}
func plain(a []int)        {}

func main() {
	v()
	v(1, 2)
	v(1, "a", 2)
	v(1, []string{"a"})
	v(1, []int{1}...)
	v(1, "a", []string{"b"}...)
	v([]string{"a"}...)
	plain([]int{1}...)
	plain(1, 2)
	w([]int{1}...)
	w([]any{1}...)
	v(1, nil...)
	println([]int{1}...)
}
