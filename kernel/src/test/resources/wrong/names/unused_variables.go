package main

func main() {
	a := 1
	var b int
	var c, d = 2, 3
	_ = d
	e, f := 4, 5
	println(e)
	var g string
	g = "x"
	for i, v := range []int{1} {
	}
	if h := 1; true {
	}
	switch x := any(1).(type) {
	case int:
	}
}
