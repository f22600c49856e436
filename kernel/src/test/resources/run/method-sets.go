package main

import "fmt"

type adder interface{ add(int) int }

type val int
type ptr struct{ n int }
type fun func(int) int
type sl []int
type mp map[int]int
type arr [2]int
type emb struct{ adder }
type deep struct {
	emb
	*ptr
}

func (v val) add(n int) int  { return int(v) + n }
func (p *ptr) add(n int) int { p.n += n; return p.n }
func (f fun) add(n int) int  { return f(n) }
func (s sl) add(n int) int   { s[0] += n; return s[0] }
func (m mp) add(n int) int   { m[n]++; return m[n] }
func (a arr) add(n int) int  { a[0] += n; return a[0] }

func (p ptr) String() string { return fmt.Sprintf("ptr(%d)", p.n) }

func call(as ...adder) (out []int) {
	for _, a := range as {
		out = append(out, a.add(1), a.add(1))
	}
	return
}

func main() {
	p := &ptr{10}
	a := arr{5, 6}
	s := sl{7}
	fmt.Println(call(val(1), p, fun(func(n int) int { return n * 100 }), s, mp{}, a, &a, emb{p}, &emb{val(3)}))
	fmt.Println(a, s, p, *p)
	d := deep{emb{val(2)}, p}
	fmt.Println(d.emb.add(1), d.ptr.add(1), d.n, d.String())
	fs := []func(int) int{val(1).add, p.add, s.add, a.add, emb{p}.add, func(n int) int { return adder(p).add(n) }}
	for _, f := range fs {
		fmt.Print(f(2), " ")
	}
	fmt.Println(p, a, s)
	g := (*ptr).add
	h := adder.add
	k := arr.add
	fmt.Println(g(p, 1), h(val(9), 1), k(a, 1), h(p, 1))
	var ad adder = p
	bound := ad.add
	ad = val(0)
	fmt.Println(bound(1), ad.add(1))
	m := map[adder]string{val(1): "v", p: "p"}
	fmt.Println(m[val(1)], m[p], m[&ptr{}] == "")
	func() {
		defer func() { fmt.Println(recover()) }()
		var e emb
		e.add(1)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var n adder
		f := n.add
		f(1)
	}()
	defer ad.add(bound(5))
	fmt.Println(p)
}

type nil2 struct{}

func (nil2) add(n int) int { return -n }
