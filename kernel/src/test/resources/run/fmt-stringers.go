package main

import (
	"errors"
	"fmt"
)

type temp float64

func (t temp) String() string { return fmt.Sprintf("%.1f°C", float64(t)) }

type vec struct{ x, y float64 }

func (v *vec) String() string { return fmt.Sprintf("(%g,%g)", v.x, v.y) }

type matrix [2][2]int

func (m matrix) String() (s string) {
	for _, row := range m {
		for _, v := range row {
			s += fmt.Sprintf("%3d", v)
		}
		s += "\n"
	}
	return
}

type wrapErr struct {
	op  string
	err error
}

func (w wrapErr) Error() string { return w.op + ": " + w.err.Error() }
func (w wrapErr) Unwrap() error { return w.err }

var errBase = errors.New("base")

type bad struct{}

func (b *bad) String() string { panic("bad string") }

type holder struct {
	t temp
	v *vec
	e error
}

func main() {
	fmt.Println(temp(21.55), []temp{1, 2.25}, map[string]temp{"a": 3})
	v := &vec{1, 2}
	fmt.Println(v, *v, []*vec{v}[0])
	fmt.Print(matrix{{1, 2}, {3, 4}})
	e := wrapErr{"open", errBase}
	fmt.Println(e, e.Unwrap() == errBase)
	w := fmt.Errorf("ctx: %w", e)
	fmt.Println(w)
	fmt.Println((*bad)(nil) == nil)
	fmt.Printf("%v|%s|%d\n", &bad{}, temp(1), temp(2))
	var nv *vec
	fmt.Printf("%v\n", nv)
	fmt.Printf("%v %+v\n", holder{t: 1.5}, holder{t: 2})
	fmt.Println(errors.New("a") == errors.New("a"))
}
