// Keys of every kind that calls of the same statement change, in generic functions too.
package main

import "fmt"

type K struct{ a, b int16 }
type W struct {
	k K
	m map[K]int
	f func() int
}

var w = W{k: K{1, 2}, m: map[K]int{{1, 2}: 12, {3, 4}: 34}, f: func() int { return 1 }}
var pw = &w
var fl = 1.5
var b = true
var c = 2 + 1i
var any1 any = 1
var m1 = map[float64]string{1.5: "old", 2.5: "new"}
var m2 = map[bool]string{true: "old", false: "new"}
var m3 = map[complex128]string{2 + 1i: "old", 3 + 1i: "new"}
var m4 = map[any]string{1: "old", 2: "new"}
var m5 = map[string]string{"k": "old", "l": "new"}
var m6 = map[*W]string{pw: "old", nil: "new"}
var m7 = map[[2]string]string{{"k", "k"}: "old", {"l", "l"}: "new"}
var m8 = map[uint8]string{1: "old", 2: "new"}
var m9 = map[int]string{1: "old", 2: "new"}
var key, key2, key8, key9 = "k", [2]string{"k", "k"}, uint8(1), 1
var bs = []byte{'k'}

func change() string {
	w.k = K{3, 4}
	fl, b, c, any1, key, key2, key8, key9, pw = 2.5, false, 3+1i, 2, "l", [2]string{"l", "l"}, 2, 2, nil
	bs[0] = 'l'
	return "-"
}
func back() {
	pw = &w
	w.k = K{1, 2}
	fl, b, c, any1, key, key2, key8, key9 = 1.5, true, 2+1i, 1, "k", [2]string{"k", "k"}, 1, 1
	bs[0] = 'k'
}
func show(a ...any) { fmt.Println(a...); back() }
func gen[K comparable, V any](m map[K]V, k *K, f func() V, g func(V) V) V {
	m[*k] = f()
	return g(m[*k])
}
func gen2[K comparable](m map[K]string, k *K) string { return m[*k] + change() }
func gen3[K comparable](k *K) string                 { return fmt.Sprint(*k, change(), *k) }
func two[T any](a, b T) T                            { return a }

type L[T any] struct{ x T }

func (l *L[T]) get(m map[any]string) string { return m[l.x] + change() + m[l.x] }

func main() {
	show(m1[fl] + change())
	show(m2[b] + change())
	show(m2[!b] + change())
	show(m3[c] + change())
	show(m4[any1] + change())
	show(m4[key9] + change())
	show(m4[key8] + change())
	show(m5[key] + change())
	show(m5[key+""] + change())
	show(m5[string(bs)] + change())
	show(m5[string(bs[:1])] + change() + m5[string(bs)])
	show(m6[pw] + change())
	show(m7[key2] + change())
	show(m7[[2]string{key, key}] + change())
	show(m7[[2]string{string(bs), string(bs)}] + change())
	show(m8[key8] + change())
	show(m8[key8+0] + change())
	show(m9[key9] + change())
	show(m9[key9+0] + change())
	show(fmt.Sprint(w.m[w.k]) + change())
	show(fmt.Sprint(w.m[pw.k]) + change())
	show(two(m1[fl], change()))
	show(two(m9[key9], change()))
	show(two(w.m[w.k], len(change())))
	show(gen2(m1, &fl), gen2(m2, &b))
	show(gen2(m3, &c))
	show(gen2(m4, &any1))
	show(gen2(m5, &key))
	show(gen2(m7, &key2))
	show(gen2(m8, &key8))
	show(gen2(m9, &key9))
	show(gen3(&fl), gen3(&b))
	show(gen3(&b))
	show(gen3(&any1))
	show(gen3(&key2))
	show(gen3(&key8))
	show(gen3(&key))
	show(gen3(&pw) != "")
	show(gen3(&w.k))
	show(gen(m1, &fl, change, func(s string) string { return s }), m1)
	show(gen(m2, &b, change, func(s string) string { return s }), m2)
	show(gen(m3, &c, change, func(s string) string { return s }), len(m3))
	show(gen(m5, &key, change, func(s string) string { return s }), m5)
	show(gen(m7, &key2, change, func(s string) string { return s }), m7)
	show(gen(m8, &key8, change, func(s string) string { return s }), m8)
	show(gen(m9, &key9, change, func(s string) string { return s }), m9)
	mk := map[K]string{}
	show(gen(mk, &w.k, change, func(s string) string { return s }), mk)
	l := L[int]{1}
	show(l.get(map[any]string{1: "a"}))
	l8 := L[uint8]{1}
	show(l8.get(map[any]string{uint8(1): "a"}))
	m1[fl], m2[b] = change(), change()
	show(m1, m2)
	m9[key9], key9 = "x", 2
	show(m9)
	key9, m9[key9] = 2, "y"
	show(m9)
	key8, m8[key8] = 2, "y"
	show(m8)
	p8 := &key8
	*p8, m8[*p8] = 2, "z"
	show(m8)
	for key9, m9[key9] = range []string{"a", "b"} {
	}
	show(m9, key9)
	for key8, m8[key8] = range map[uint8]string{7: "seven"} {
	}
	show(m8, key8)
	ch := make(chan string, 1)
	ch <- "got"
	select {
	case m9[key9] = <-ch:
	}
	show(m9)
	ch <- "got"
	m9[key9], b = <-ch
	show(m9)
	m9[key9], b = any("s").(string)
	show(m9)
	m9[key9] += change()
	show(m9)
	m8[key8] += change()
	show(m8)
	m2[b] += change()
	show(m2)
	delete(m9, func() int { change(); return key9 }())
	show(m9)
	func() (r struct{ a, b any }) {
		defer func() { recover(); fmt.Println(r); back() }()
		r.a, r.b = w.k, change()
		return
	}()
}
