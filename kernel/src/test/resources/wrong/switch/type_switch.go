package main

type I interface{ m() }
type T struct{}
type U struct{}

func (T) m()  {}
func (*U) m() {}

func main() {
	var x any = 1
	var i I
	n := 5
	switch x.(type) {
	case int:
	case int:
	case string, int:
	case nil:
	case nil:
	case undefined:
	case 5:
	default:
	default:
	}
	switch n.(type) {
	case int:
	}
	switch i.(type) {
	case T:
	case U:
	case *U:
	case int:
	case error:
	}
	switch y := x.(type) {
	case int:
	}
	switch y := x.(type) {
	case int:
		var s string = y
		_ = s
	case string, bool:
		var s string = y
		_ = s
	default:
		_ = y + 1
	}
	_ = x.(type)
	z := x.(type)
}
