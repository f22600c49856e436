// Loops over functions: values, variables, and all ways out of a body.
package main

import "fmt"

func upTo(n int) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for i := 0; i < n; i++ {
			if !yield(i) {
				fmt.Println("  stopped at", i)
				return
			}
		}
		fmt.Println("  all", n)
	}
}

type List struct {
	val  string
	next *List
}

func (l *List) All(yield func(int, string) bool) {
	for i := 0; l != nil; i, l = i+1, l.next {
		if !yield(i, l.val) {
			return
		}
	}
}

func (l List) Twice(yield func() bool) {
	_ = yield() && yield()
}

type Tree struct {
	left, right *Tree
	key         int
}

func (t *Tree) Walk(yield func(int) bool) bool {
	return t == nil || t.left.Walk(yield) && yield(t.key) && t.right.Walk(yield)
}

func (t *Tree) All() func(func(int) bool) {
	return func(yield func(int) bool) { t.Walk(yield) }
}

func (t *Tree) Insert(key int) *Tree {
	if t == nil {
		return &Tree{key: key}
	}
	if key < t.key {
		t.left = t.left.Insert(key)
	} else {
		t.right = t.right.Insert(key)
	}
	return t
}

type Yield func(int) bool
type Ints func(Yield)

func (f Ints) Filter(keep func(int) bool) Ints {
	return func(yield Yield) {
		for x := range f {
			if keep(x) && !yield(x) {
				return
			}
		}
	}
}

func find(l *List, want string) int {
	for i, s := range l.All {
		if s == want {
			return i
		}
	}
	return -1
}

func pair(n int) (int, error) { return n, fmt.Errorf("pair %d", n) }

func both(n int) (int, error) {
	for i := range upTo(5) {
		for j := range upTo(5) {
			if i*j == n {
				return pair(i + j)
			}
		}
	}
	return 0, nil
}

func named(n int) (sum int, err error) {
	defer func() { sum *= 10 }()
	for i := range upTo(n) {
		sum += i
		if i == 3 {
			return
		}
		if i == 2 && n == 3 {
			return sum + 100, nil
		}
	}
	return sum, fmt.Errorf("short")
}

func blank() (_ int, s string, _ []int) {
	for i := range upTo(3) {
		if i == 1 {
			return i, "blank", []int{i, i}
		}
	}
	return
}

func labels() {
	fmt.Println("labels")
outer:
	for i := range upTo(4) {
		for j := 0; j < 3; j++ {
			for k := range upTo(3) {
				switch {
				case i == 0 && k == 1:
					continue outer
				case i == 1 && k == 1:
					break
				case i == 1 && j == 1:
					continue
				case i == 2 && j == 1:
					break outer
				}
				fmt.Println(i, j, k)
			}
		}
	}
loop:
	for i := 0; ; i++ {
		for range upTo(2) {
			for x := range upTo(3) {
				switch {
				case i == 0:
					continue loop
				case i == 1 && x == 1:
					break loop
				}
				fmt.Println("loop", i, x)
			}
		}
	}
pick:
	switch {
	default:
		for x := range upTo(2) {
			for range upTo(1) {
				if x == 1 {
					break pick
				}
			}
		}
		fmt.Println("never")
	}
}

func gotos() {
	fmt.Println("gotos")
	n := 0
again:
	n++
	for x := range upTo(4) {
		for y := range upTo(4) {
			if y == n && n < 3 {
				goto again
			}
			if y == 3 {
				goto next
			}
		}
	next:
		fmt.Println("next", x, n)
		if x == 1 {
			goto done
		}
	}
	fmt.Println("never")
done:
	fmt.Println("done", n)
}

func defers() (s string) {
	defer func() { s += " end" }()
	for i := range upTo(2) {
		defer func() { s += fmt.Sprint(" d", i) }()
		for j := range upTo(2) {
			defer fmt.Println("deferred", i, j)
			defer func() {
				if r := recover(); r != nil {
					s += fmt.Sprint(" recovered ", r, " at ", i, j)
				}
			}()
		}
		func() {
			for k := range upTo(2) {
				defer fmt.Println("inner", i, k)
			}
			fmt.Println("inner ends")
		}()
	}
	fmt.Println("body ends")
	panic("p")
}

func deferLoop() {
	for n := 0; n < 3; n++ {
		for i := range upTo(n) {
			defer fmt.Println("n", n, "i", i)
		}
	}
	for range upTo(1) {
	}
}

var total = func() int {
	sum := 0
	for i := range upTo(4) {
		sum += i
	}
	return sum
}()

func init() {
	for i := range upTo(1) {
		fmt.Println("init", i, total)
	}
}

func closures() {
	var fs []func() int
	for i := range upTo(3) {
		fs = append(fs, func() int { i *= 10; return i })
	}
	for _, f := range fs {
		fmt.Println(f(), f())
	}
	var ps []*int
	for i := range upTo(3) {
		ps = append(ps, &i)
	}
	fmt.Println(*ps[0], *ps[1], *ps[2])
}

type Point struct{ x, y int }

func assigned() {
	var any any
	var p Point
	var a [3]int
	i := 0
	m := map[string]int{}
	for any = range upTo(2) {
	}
	for p.x = range upTo(4) {
	}
	for a[i] = range upTo(3) {
		i++
	}
	l := &List{"a", &List{"b", nil}}
	var s string
	for m["k"], s = range l.All {
	}
	for _, s = range l.All {
		break
	}
	for i = range l.All {
	}
	fmt.Println(any, p, a, m, s, i)
	func() {
		defer func() { fmt.Println(recover(), i) }()
		for a[i] = range upTo(9) {
			i++
		}
	}()
}

func main() {
	for range upTo(2) {
		fmt.Println("once more")
	}
	l := &List{"a", &List{"b", &List{"c", nil}}}
	for i, s := range l.All {
		fmt.Println(i, s)
		if i == 1 {
			break
		}
	}
	n := 0
	for range l.Twice {
		n++
	}
	for _, s := range l.All {
		if s == "b" {
			continue
		}
		fmt.Print(s, n, " ")
	}
	fmt.Println()
	var t *Tree
	for _, k := range []int{5, 2, 8, 1, 9, 3} {
		t = t.Insert(k)
	}
	for k := range t.All() {
		if k > 8 {
			break
		}
		fmt.Print(k, " ")
	}
	fmt.Println()
	even := Ints(func(yield Yield) {
		for i := 0; yield(i); i++ {
		}
	}).Filter(func(i int) bool { return i%2 == 0 }).Filter(func(i int) bool { return i%3 == 0 })
	for x := range even {
		if x > 20 {
			break
		}
		fmt.Print(x, " ")
	}
	fmt.Println(find(l, "c"), find(l, "z"))
	for x := range func(yield func(int) bool) { yield(7) } {
		fmt.Println("literal", x)
	}
	fmt.Println(both(6))
	fmt.Println(both(-1))
	fmt.Println(named(5))
	fmt.Println(named(3))
	fmt.Println(named(1))
	fmt.Println(blank())
	labels()
	gotos()
	fmt.Println(defers())
	deferLoop()
	closures()
	assigned()
}
