// Pointers and single bytes are boxed before later calls, words after; map keys by the functions of the map.
package main

import "fmt"

type B uint8
type Big [40]int
type SP struct{ p *int }

var (
	zero     int
	zb       uint8
	pi       *int
	pb       *bool
	ps       *string
	pf       *float64
	pa       *[2]int
	pu       *uint8
	p32      *int32
	pst      *struct{ a, b int16 }
	pany     *any
	parr4    *[4]byte
	pi64     *int64
	ppi      **int
	one, two = 1, 2
	mp       = map[string]*int{"a": &one}
	m3       = map[string][3]int{"a": {1, 2, 3}}
	mb       = map[string]uint8{"a": 1}
	mi       = map[string]int{"a": 1}
	ms       = map[string]string{"a": "x"}
	msl      = map[string][]int{"a": {1}}
	msp      = map[string]SP{"a": {&one}}
	mf       = map[string]func() int{"a": func() int { return 1 }}
	mc       = map[string]chan int{"a": nil}
)

func tr[T any](n int, x T) T { fmt.Println("tr", n); return x }
func try(f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(r)
		}
	}()
	f()
}
func change() string {
	mp["a"] = &two
	m3["a"] = [3]int{7, 8, 9}
	mb["a"] = 9
	mi["a"] = 9
	ms["a"] = "changed"
	msl["a"] = []int{9, 9}
	msp["a"] = SP{&two}
	mf["a"] = func() int { return 2 }
	mc["a"] = make(chan int, 2)
	return "changed"
}
func back() {
	mp["a"] = &one
	m3["a"] = [3]int{1, 2, 3}
	mb["a"] = 1
	mi["a"] = 1
	ms["a"] = "x"
	msl["a"] = []int{1}
	msp["a"] = SP{&one}
	mf["a"] = func() int { return 1 }
	mc["a"] = nil
}
func show(args ...any) {
	for _, a := range args {
		switch x := a.(type) {
		case *int:
			fmt.Print(*x, " ")
		case SP:
			fmt.Print(*x.p, " ")
		case func() int:
			fmt.Print(x(), " ")
		case chan int:
			fmt.Print(cap(x), " ")
		default:
			fmt.Print(x, " ")
		}
	}
	fmt.Println()
	back()
}
func two2() (int, int) { fmt.Println("two"); return 3, 4 }

func main() {
	fmt.Println("-- boxes")
	show(mp["a"], change())
	show(m3["a"], change())
	show(mb["a"], change())
	show(mi["a"], change())
	show(ms["a"], change())
	show(msl["a"], change())
	show(msp["a"], change())
	show(mf["a"], change())
	show(mc["a"], change())
	try(func() { show(zb/zb, tr(1, 1)) })
	try(func() { show(B(zb)%B(zb), tr(2, 1)) })
	try(func() { show(zero/zero, tr(3, 1)) })
	try(func() { show(*pb, tr(4, 1)) })
	try(func() { show(*pu, tr(5, 1)) })
	try(func() { show(*pu+1, tr(6, 1)) })
	try(func() { show(!*pb, tr(7, 1)) })
	try(func() { show(*ppi, tr(8, 1)) })
	try(func() { show(&(*pa)[0], tr(9, 1)) })
	try(func() { show([1]uint8{*pu}, tr(10, 1)) })
	try(func() { show([1]int{*pi}, tr(11, 1)) })
	try(func() { show([2]int{*pi}, tr(12, 1)) })
	try(func() { show(SP{*ppi}, tr(13, 1)) })
	try(func() { show(**ppi, tr(14, 1)) })
	fmt.Println("-- keys")
	try(func() { map[int]int{}[*pi] = tr(20, 1) })
	try(func() { map[bool]int{}[*pb] = tr(21, 1) })
	try(func() { map[bool]int{}[!*pb] = tr(22, 1) })
	try(func() { map[string]int{}[*ps] = tr(23, 1) })
	try(func() { map[string]int{}[*ps+"a"] = tr(24, 1) })
	try(func() { map[float64]int{}[*pf] = tr(25, 1) })
	try(func() { map[float64]int{}[*pf+1] = tr(26, 1) })
	try(func() { map[[2]int]int{}[*pa] = tr(27, 1) })
	try(func() { map[uint8]int{}[*pu] = tr(28, 1) })
	try(func() { map[uint8]int{}[*pu+1] = tr(29, 1) })
	try(func() { map[int32]int{}[*p32] = tr(30, 1) })
	try(func() { map[int32]int{}[*p32+1] = tr(31, 1) })
	try(func() { map[struct{ a, b int16 }]int{}[*pst] = tr(32, 1) })
	try(func() { map[any]int{}[*pany] = tr(33, 1) })
	try(func() { map[any]int{}[*pi] = tr(34, 1) })
	try(func() { map[any]int{}[*pu] = tr(35, 1) })
	try(func() { map[[4]byte]int{}[*parr4] = tr(36, 1) })
	try(func() { map[int64]int{}[*pi64/2] = tr(37, 1) })
	try(func() { map[*int]int{}[*ppi] = tr(38, 1) })
	try(func() { map[int]Big{}[*pi] = tr(39, Big{}) })
	try(func() { map[int]Big{}[*pi+1] = tr(40, Big{}) })
	try(func() { map[string]Big{}[*ps] = tr(41, Big{}) })
	try(func() { map[string]Big{}[*ps+"a"] = tr(42, Big{}) })
	try(func() { map[[1]int]int{}[[1]int{*pi}] = tr(43, 1) })
	try(func() { map[[1]string]int{}[[1]string{*ps}] = tr(44, 1) })
	try(func() { map[SP]int{}[SP{*ppi}] = tr(45, 1) })
	fmt.Println("-- reads")
	try(func() { _ = map[int]int{}[*pi] + tr(50, 1) })
	try(func() { _ = map[bool]int{}[*pb] + tr(51, 1) })
	try(func() { _ = map[bool]int{}[!*pb] + tr(52, 1) })
	try(func() { _ = map[float64]int{}[*pf+1] + tr(53, 1) })
	try(func() { show(map[int]int{}[*pi], tr(54, 1)) })
	try(func() { show(map[bool]int{}[*pb], tr(55, 1)) })
	try(func() { show(map[bool]int{}[!*pb], tr(56, 1)) })
	try(func() { show(map[bool]uint8{}[*pb], tr(57, 1)) })
	fmt.Println("-- op")
	try(func() { map[int]int{}[*pi] += tr(60, 1) })
	try(func() { map[int]int{}[*pi] /= tr(61, 1) })
	try(func() { map[int]int{}[*pi] /= zero })
	try(func() { map[bool]int{}[!*pb] /= zero })
	try(func() { map[bool]int{}[*pb] /= zero })
	try(func() { map[int]int{}[*pi] = 1 / zero })
	try(func() { map[bool]int{}[!*pb] = 1 / zero })
	try(func() { map[bool]int{}[*pb] = 1 / zero })
	try(func() { map[int]int{}[*pi]++ })
	try(func() { map[int][]int{}[*pi] = append(msl["b"], 1/zero) })
	try(func() { map[int]int{}[*pi], map[bool]int{}[*pb] = two2() })
	try(func() { map[int]int{}[*pi], map[bool]int{}[!*pb] = two2() })
	try(func() { map[int]int{}[*pi], map[bool]int{}[*pb] = tr(62, 1), 1/zero })
	try(func() { map[int]int{}[*pi], map[bool]int{}[!*pb] = tr(63, 1), 1/zero })
	try(func() { _, ok := map[int]int{}[*pi]; _ = ok })
	k, m := 1, map[int]int{}
	k, m[k] = 2, 3
	fmt.Println(k, m)
	kp := &k
	*kp, m[*kp] = 5, 6
	fmt.Println(k, m)
	kb, mbb := true, map[bool]int{}
	kbp := &kb
	*kbp, mbb[*kbp] = false, 6
	fmt.Println(kb, mbb)
	ka, mba := [3]int{1}, map[[3]int]int{}
	kap := &ka
	*kap, mba[*kap] = [3]int{2}, 6
	mba[*kap], *kap = 7, [3]int{3}
	fmt.Println(ka, mba)
	mba[*kap], _ = func() (int, int) { kap[0] = 9; return 1, 1 }()
	mba[*kap] = func() int { kap[0] = 19; return 1 }()
	m[*kp] = func() int { *kp = 19; return 1 }()
	mbb[*kbp] = func() int { *kbp = true; return 1 }()
	m[*kp] += func() int { *kp = 29; return 1 }()
	m[*kp] /= func() int { *kp = 39; return 1 }()
	fmt.Println(ka, mba, m, mbb)
	delete(m, *kp)
	fmt.Println(m)
	try(func() { delete(m, *pi) })
}
