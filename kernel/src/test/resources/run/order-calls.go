// In every form of statement: what calls leave unevaluated sees what the calls have changed, as natively.
package main

import "fmt"

type P struct{ a, b int }
type I interface{ M(int) int }
type T struct{ n int }

func (t T) M(x int) int  { return t.n + x }
func (t *T) P(x int) int { return t.n + x }

var (
	z    int
	pi   *int
	ps   *string
	pp   *P
	pa   *[3]int
	pt   *T
	ppt  **T
	sl   []int
	ss   []string
	arr  = [3]int{1, 2, 3}
	one  = 1
	g    = P{1, 2}
	mm   = map[string]int{"a": 1}
	mp   = map[string]*P{"a": {1, 2}}
	msl  = map[string][]int{"a": {1, 2, 3}}
	mf   map[string]func(int) int
	it   I
	e    any
	str  = "hello"
	f    func(int, int) int
	ch   chan int
	bch  = make(chan int, 10)
	bany = make(chan any, 10)
)

func tr[X any](n int, x X) X { fmt.Println("tr", n); return x }
func try(n int, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(n, r)
		}
	}()
	f()
	fmt.Println(n, "ok")
}
func change() int {
	mm["a"] = 10
	mp["a"] = &P{10, 20}
	msl["a"] = []int{10, 20, 30}
	arr = [3]int{10, 20, 30}
	g = P{10, 20}
	str = "other"
	sl = []int{10, 20, 30}
	e = "changed"
	it = T{100}
	one = 2
	return 7
}
func back() {
	mm["a"] = 1
	mp["a"] = &P{1, 2}
	msl["a"] = []int{1, 2, 3}
	arr = [3]int{1, 2, 3}
	g = P{1, 2}
	str = "hello"
	sl = []int{1, 2, 3}
	e = 5
	it = T{1}
	one = 1
}
func two(a, b int) int                    { return a*100 + b }
func three(a any, b int, c ...any) string { return fmt.Sprint(a, b, c) }
func vals() (int, string)                 { change(); return 7, "x" }

func main() {
	back()
	show := func(a ...any) { fmt.Println(a...); back() }
	show(two(mm["a"], change()))
	show(two(mp["a"].a, change()))
	show(two(msl["a"][1], change()))
	show(two(arr[1], change()))
	show(two(arr[one], change()))
	show(two(g.a, change()))
	show(two(len(str), change()))
	show(two(int(str[1]), change()))
	show(two(sl[1], change()))
	show(two(it.M(1), change()))
	show(two(e.(int), change()))
	show(two(-one, change()))
	show(two(one+1, change()))
	show(two(one*2+mm["a"], change()+one))
	show(two(len(msl["a"][1:]), change()))
	show(two(cap(sl[one:]), change()))
	show(two(min(one, 5), change()))
	show(two(len(string([]byte(str)))+one, change()))
	show(two(len([]byte(str)), change()))

	show(two([]int{one, change()}[0], one))
	show([]int{one, change(), one})
	show([3]int{one, change(), one})
	show(P{one, change()})
	show(&P{one, change()}, one)
	show([]P{{one, change()}, {one, one}})
	show(map[string]int{"a": one, "b": change(), "c": one})
	show(map[int]int{one: 1, change(): one, one + 1: 2})
	show([]any{one, str, change(), g, arr, sl, mm["a"], e, it.M(0)})
	show(three(one, change(), one, g, arr, str))
	show(three(g, change(), arr, str, one, mm["a"], mp["a"].a))
	show(three(arr, change(), e))
	show(three(str, change(), string(str[0])))
	show(three(str+"x", change(), str+"y"))
	show(three([]byte(str), change(), []rune(str)))
	show(three(it, change(), it))
	show(three(&g.a == &g.a, change(), len(str)))
	show(three(sl, change(), sl))
	show(three(sl[:2], change(), sl[1:]))
	show(three(it.M, change(), one) != "")
	show(func() (r int) { x := it.M; change(); return x(0) }())
	show(func(f func(int) int, n int) int { return f(n) }(it.M, change()))
	show(func(f func(int) int, n int) int { return f(n) }((&T{one}).P, change()))
	bch <- one + change()
	bch <- one
	show(<-bch, <-bch)
	bany <- g
	bany <- [2]any{g, change()}
	show(<-bany, <-bany)
	switch one {
	case change():
		show("7")
	case 10:
		show("10")
	case 1:
		show("1")
	}
	switch x := any(one); x {
	case change():
		show("7")
	case 1:
		show("1")
	}
	switch g {
	case P{10, change()}:
		show("new")
	case P{1, 2}:
		show("old")
	}
	switch str {
	case fmt.Sprint(change()):
		show("new")
	case "hello":
		show("hello")
	}
	for i, x := range []int{one, change(), one} {
		fmt.Print(i, x, " ")
	}
	back()
	for i, x := range arr {
		change()
		fmt.Print(i, x, " ")
	}
	back()
	for i, x := range sl {
		change()
		fmt.Print(i, x, " ")
	}
	back()
	a, b, c := one, change(), one
	show(a, b, c)
	x, y, w := mm["a"], change(), g
	show(x, y, w)
	var i1 any
	i1, a = g, change()
	show(i1, a)
	i1, a = mm["a"], change()
	show(i1, a)
	i1, a = mp["a"], change()
	show(i1.(*P).a, a)
	sl[one-1], a = change(), one
	show(sl, a)
	mm[str], a = change(), one
	show(mm, a)
	g.a, g.b = g.b, change()
	show(g)
	arr[one], one = one, change()
	show(arr, one)
	sl[0], sl[1], sl[2] = sl[2], sl[0], change()
	show(sl)
	mp["a"].a, mp["b"] = change(), mp["a"]
	show(*mp["a"], mp["b"].a)
	delete(mp, "b")
	one += change()
	show(one)
	one = one + change()
	show(one)
	sl[one] += change()
	show(sl)
	arr[one] += change()
	show(arr)
	mm["a"] += change()
	show(mm)
	mp["a"].a += change()
	show(*mp["a"])
	str += fmt.Sprint(change())
	show(str)
	g.a, _ = vals()
	show(g)
	sl[one], _ = vals()
	show(sl)
	mm[str], str = vals()
	show(mm)
	delete(mm, "hello")
	delete(mm, "other")
	a, ok := mm[fmt.Sprint(change())]
	show(a, ok)
	d, ok := e.(int)
	show(d, ok)
	defer show("deferred", one, g, mm["a"], str, sl, change())
	defer func(a ...any) { fmt.Println(a...) }("deferred2", one, g, mm["a"], str, sl, change())
	back()
	defer fmt.Println(mm["a"], change())
	back()
	done := make(chan int)
	go func(a ...any) { fmt.Println(a...); done <- 1 }(g, arr, mm["a"], mp["a"] == nil, change())
	<-done
	back()
	copy(sl, []int{one, change()})
	show(sl)
	show(copy(sl[:one+1], []int{7, change()}), sl)
	show(append(sl, one, change(), one))
	show(append(sl[:1], sl[2], change(), sl[0]))
	show(append([]any{}, g, change(), g, mm["a"]))
	show(append([]P{}, g, P{one, change()}, g))
	show(append(sl, func() []int { change(); return sl }()...))
	show(append(msl["a"], change()), msl["a"])
	show(min(one, change(), one), max(str, fmt.Sprint(change()), str))
	show(complex(float64(one), float64(change())))
	show(one == change(), one < change(), str < fmt.Sprint(change()), e == any(change()))
	show(one == 1 && change() == 7 && one == 10)
	show(str + fmt.Sprint(change()) + str)
	show(str == "hello" == (change() == 7))
	show(*(&g) == P{1, 2} == (change() == 7))
	show(g == P{1, 2}, change())
	show(arr == [3]int{1, 2, 3}, change(), arr == [3]int{1, 2, 3})
	show(!(one == 1), change())
	show((func() int)(change)(), one)
	show(new(one) != nil, change())
	show(*new(g), change())
	show(*new(mm["a"]), change())
	show([3]int(sl), change())
	show(*(*[3]int)(sl), change())
	show(make([]int, one), change())
	show(len(make([]int, one, change())))
	show(struct {
		a any
		b int
	}{g, change()})
	show(struct {
		a any
		b int
	}{mm["a"], change()})
	show([]any{mp["a"] == nil, mm, change()}[0])
	show(map[any]any{g: change(), one: one})
	show(map[P]int{g: change()})
	show(map[[3]int]int{arr: change()})
	show(map[string]int{str: change()})
	show(map[bool]int{one == 1: change()})
	try(1, func() { two(*pi, tr(1, 1)) })
	try(2, func() { two(pp.a, tr(2, 1)) })
	try(3, func() { two(sl[9], tr(3, 1)) })
	try(4, func() { two(1/z, tr(4, 1)) })
	try(5, func() { two(pa[1], tr(5, 1)) })
	try(6, func() { two(len(ss[9]), tr(6, 1)) })
	try(7, func() { f(tr(7, 1), tr(8, 2)) })
	try(8, func() { f(1/z, tr(9, 2)) })
	try(9, func() { pt.M(tr(10, 1)) })
	try(10, func() { pt.P(tr(11, 1)) })
	try(11, func() { (*ppt).M(tr(12, 1)) })
	try(12, func() { (*ppt).P(tr(13, 1)) })
	try(13, func() { I(nil).M(tr(14, 1)) })
	try(14, func() { mf["a"](tr(15, 1)) })
	try(15, func() { sl[9] = tr(16, 1) })
	try(16, func() { pp.a = tr(17, 1) })
	try(17, func() { *pi = tr(18, 1) })
	try(18, func() { pa[tr(19, 9)] = tr(20, 1) })
	try(19, func() { mf["a"] = func(int) int { return tr(21, 1) } })
	try(20, func() { pp.a, pp.b = tr(22, 1), tr(23, 1) })
	try(21, func() { sl[9], *pi = tr(24, 1), 1/z })
	try(22, func() { *pi, sl[9] = tr(25, 1), 1/z })
	try(23, func() { *pi += tr(26, 1) })
	try(24, func() { sl[9] /= z })
	try(25, func() { *pi = 1 / z })
	try(26, func() { e = sl[9] })
	try(27, func() { var x any = *pi; _ = x; tr(27, 1) })
	try(28, func() { ch <- tr(28, 1/z) })
	try(29, func() { bch <- 1 / z; tr(29, 1) })
	try(30, func() { defer tr(30, 1/z); tr(31, 1) })
	try(31, func() { defer f(tr(32, 1), 1); tr(33, 1) })
	try(32, func() { defer pt.M(tr(34, 1)); tr(35, 1) })
	try(33, func() { defer I(nil).M(tr(36, 1)); tr(37, 1) })
	try(34, func() { x := pt.M; _ = x; tr(38, 1) })
	try(35, func() { two(pt.n, pt.P(tr(39, 1))) })
	try(36, func() { _ = []int{*pi, tr(40, 1)} })
	try(37, func() { _ = P{*pi, tr(41, 1)} })
	try(38, func() { _ = []any{*pi, tr(42, 1)} })
	try(39, func() { _ = []any{*pp, tr(43, 1)} })
	try(40, func() { _ = []any{*ps, tr(44, 1)} })
	try(41, func() { _ = []any{pp.a, tr(45, 1)} })
	try(42, func() { _ = *ps + tr(46, "a") })
	try(43, func() { _ = sl[tr(47, 9)] + tr(48, 1) })
	try(44, func() { _ = sl[tr(49, 2):tr(50, 1)][tr(51, 0)] })
	try(45, func() { _ = e.(string) + tr(52, "a") })
	try(46, func() { _ = tr(53, "a") + e.(string) })
	try(47, func() { two(e.(P).a, tr(54, 1)) })
	try(48, func() { _ = *e.(*int) + tr(55, 1) })
	try(49, func() { two(int(str[9]), tr(56, 1)) })
	try(50, func() { two(len(str[9:]), tr(57, 1)) })
	try(51, func() { _ = [4]int(sl)[0] + tr(58, 1) })
	try(52, func() { _ = make([]int, -one)[0] + tr(59, 1) })
	try(53, func() { two(*pi<<1, tr(60, 1)) })
	try(54, func() { two(1<<(z-1), tr(61, 1)) })
	try(55, func() { _ = any(sl) == any(sl) == (tr(62, 1) == 1) })
	try(56, func() { _ = map[any]int{any(sl): tr(63, 1)} })
	try(57, func() { _ = *pp == P{tr(64, 1), 2} })
	try(58, func() { _ = P{tr(65, 1), 2} == *pp })
	try(59, func() { return2 := func() (int, P, any) { return *pi, *pp, tr(66, 1) }; return2() })
	try(60, func() {
		for range *pa {
			tr(67, 1)
		}
	})
	try(61, func() {
		for i := range pa {
			tr(68, i)
		}
	})
	try(62, func() {
		for _, x := range pa {
			tr(69, x)
		}
	})
	try(63, func() {
		switch *pi {
		case tr(70, 1):
		}
	})
	try(64, func() {
		switch tr(71, 1) {
		case *pi:
		}
	})
	try(65, func() {
		select {
		case ch <- *pi:
		case bch <- tr(72, 1):
		}
	})
	try(66, func() {
		select {
		case bch <- tr(73, 1/z):
		default:
		}
	})
	try(67, func() {
		select {
		case sl[9] = <-bch:
		default:
			tr(74, 1)
		}
	})
	try(68, func() { clear(sl[tr(75, 9):]) })
	try(69, func() { copy(sl[9:], []int{tr(76, 1)}) })
	try(70, func() { _ = append(sl[9:], tr(77, 1)) })
	try(71, func() { _ = append(*(*[]int)(nil), tr(78, 1)) })
	try(72, func() { _ = min(*pi, tr(79, 1)) })
	try(73, func() { _ = complex(float64(*pi), float64(tr(80, 1))) })
	try(74, func() { print(*pi, tr(81, 1)) })
	try(75, func() { panic(fmt.Sprint(*pi, tr(82, 1))) })
	try(76, func() { _ = new(*pi) == new(tr(83, 1)) })
	try(77, func() { _, _ = *pi, tr(84, 1) })
	try(78, func() { _ = func(p P, n int) int { return n }(*pp, tr(85, 1)) })
	try(79, func() { _ = func(p [3]int, n int) int { return n }(*pa, tr(86, 1)) })
	try(80, func() { _ = func(p []int, n int) int { return n }(pa[:], tr(87, 1)) })
	try(81, func() { _ = func(p *int, n int) int { return n }(&pp.b, tr(88, 1)) })
	try(82, func() { _ = func(p *int, n int) int { return n }(&sl[9], tr(89, 1)) })
}
