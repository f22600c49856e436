// Of several things in one statement that panic, the first one gc evaluates does.
package main

import "fmt"

type pair struct {
	a int
	x any
}

type (
	k1 []int
	k2 []int
	k3 []int
)

var (
	gi, zero = 7, 0
	gb       = true
	gs       = []int{1, 2, 3}
	gf       any
	gp       *pair
	gm       = map[int]int{}
	nm       map[int]int
	am       = map[any]int{}
	ch       = make(chan int, 9)
)

func next(i int) int { fmt.Print("next ", i, "; "); gi++; gm[100+len(gm)] = i; ch <- i; return i }

func two(i int, a any) (int, any) { fmt.Print("two; "); return i, a }

func take(i int, b bool, l []int) { fmt.Println(i, b, l) }

func try(n int, f func()) {
	defer func() {
		fmt.Println(n, recover())
		fmt.Println("  ", gi, gb, gs, gf, len(gm), len(nm), len(am))
		gi, gb, gs, gf, gm = 7, true, []int{1, 2, 3}, nil, map[int]int{}
		for len(ch) > 0 {
			<-ch
		}
	}()
	f()
}

func main() {
	ls, la, li, lz, lb := []int{1, 2, 3}, [3]int{4, 5, 6}, 1, 0, false
	var lf any
	var lp *pair

	// Tuples: a value that an earlier store could change is evaluated first.
	try(1, func() { gb, gi = any(k1{}) != any(k2{}), gi/zero })
	try(2, func() { gb, gi = any(k1{}) != any(k1{}), gi/zero })
	try(3, func() { gb, li = any(k1{}) != any(k1{}), 1/lz })
	try(4, func() { lb, li = any(k1{}) != any(k1{}), 1/lz })
	try(5, func() { gs[0], li = 9, la[li+40] })
	try(6, func() { gs[9], li = 9, la[li+40] })
	try(7, func() { gs[2], lp.a = len(gs), li })
	try(8, func() { gi, lf = la[li+50], pair{ls[60], nil} })
	try(9, func() { gm[ls[31]], gi = ls[32], gs[33] })
	try(10, func() { nm[1], gf = ls[34], any(li) })
	try(11, func() { gf, gs[gf.(int)] = any(lb == (la[li+35] == 1)), next(1) })
	try(12, func() { gf, am[any(lp)] = any(&pair{la[li+36], gf}), next(2) })
	try(13, func() { gm[1], gm[ls[37]] = 5, gm[1]+next(3) })
	try(14, func() { gi, gm[gi] = 100, 5; fmt.Println(gm[7]) })
	try(15, func() { li, gm[li] = 3, 5; fmt.Println(gm[1]) })

	// Keys of maps.
	try(20, func() { gm[gs[41]] = next(4) })
	try(21, func() { gm[gs[42]] += []int{next(5), gs[43]}[0] })
	try(22, func() { gm[gs[44]] /= next(0) })
	try(23, func() { gm[9] /= gs[45] })
	try(24, func() { am[k1{}] = ls[46] })
	try(25, func() { fmt.Println(gm[gs[47]], next(6)) })
	try(26, func() { take(la[li+48]*am[k1{}], false, []int{1, la[li+49]}) })
	try(27, func() { take(ls[51]+am[k1{}], any(k2{}) == any(k2{}), nil) })
	try(28, func() { take(li, any(k2{}) == any(k2{}), []int{ls[52]}) })

	// What is read before a later call.
	try(30, func() { fmt.Println(len(gm)+next(7), len(gm)+next(8), len(ch), gi) })
	try(31, func() { a, b := len(gm), next(9); fmt.Println(a, b) })
	try(32, func() { a, b := gi, next(10); fmt.Println(a, b) })
	bytes := []byte("ab")
	words := map[string]int{"ab": 1, "xb": 2}
	try(33, func() { a, b := words[string(bytes)], func() int { bytes[0] = 'x'; return 2 }(); fmt.Println(a, b) })

	// Interfaces, structs, conversions.
	try(40, func() { fmt.Println(pair{ls[61], k1{}} == lf.(pair)) })
	try(41, func() { fmt.Println(any(gs[62] == next(11)), *lp, ls[:63]) })
	try(42, func() { fmt.Println(any(&pair{gs[64], nil}) == any(len(ls[65:]))) })
	try(43, func() { gi = (la[li+66] + gs[67]) + (*[68]int)(ls)[0] })
	try(44, func() { lp.a %= (*[69]int)(ls)[0] })
	try(45, func() { gs = append(append(ls[:70], len(ls[71:])), ls[72]) })
	try(46, func() { gi = max(la[li+73], [2]int{la[li+74], 1}[0]) })
	try(47, func() { gp.x, lf = two(ls[75], gf.(string)) })
	try(48, func() { ls[li/lz] = ls[76] })
	try(49, func() { la[ls[77]] = ls[78] })
}
