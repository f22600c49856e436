package main

import "fmt"

type T struct{ a, b int }

var g1 = &T{1, 2}
var g2 = fmt.Sprint("a")
var g3 = map[string]int{"a": 1}
var g4 = []*T{{1, 2}, newT()}
var g5 any = 5
var g6 = func() int { return 1 }
var g7 = func() int { return len(g2) }()
var g8, g9 = two()
var g10 = make([]int, 3)
var g11 = new(T)
var g12 = append([]int(nil), 1)
var g13 = []byte("abc")
var g14 = g1
var g15 = &g1
var g16 [3]*T = [3]*T{g1}
var g17 = struct{ f func(int) int }{func(i int) int { return i + len(g3) }}
var _ = fmt.Sprintf("%d", 3)
var g18 any = T{1, 2}
var g19 = []any{1, "a", g2}
var g20 error = fmt.Errorf("x")
var g21 = T{a: len(g2)}
var g22 = newT().a


func newT() *T         { return &T{} }
func two() (*T, string) { return nil, "" }
func use() *T           { return g1 }
func set(t T)           { g1 = &t }
func init()             { g11 = &T{3, 4} }
func init() {
	x := 3
	g15 = nil
	_ = x
}

func main() {}
