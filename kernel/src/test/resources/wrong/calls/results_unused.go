package main

func f() int           { return 1 }
func g() (int, string) { return 1, "" }

func main() {
	f
	f()
	f() + 1
	1
	"a"
	x := 1
	x
	x == 2
	-x
	&x
	x + 1
	[]int{1}
	func() {}
	g().a
	len("a")
	append([]int{}, 1)
	int(1)
	nil
}
