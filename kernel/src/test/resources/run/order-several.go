// Keys, literals, boxed and compared values inside assignments of several values: what of them is
// evaluated before which store, and what panics first.
package main

import "fmt"

type pair struct{ a, b int }

type one struct{ p *int }

type wide struct {
	a [6]int
	s string
}

type holder struct {
	m map[pair]int
	k pair
	w wide
	o one
}

type bad []int

var (
	gp  *holder
	gk  = pair{1, 2}
	gw  = wide{[6]int{1}, "w"}
	gs  = []int{1, 2, 3}
	gmp = map[pair]int{}
	gmw = map[wide]int{}
	gms = map[string]int{}
	gma = map[any]int{}
	gmo = map[one]int{}
	gf  = map[[1]float64]int{}
	gi  int
	gb  bool
	ga  any
)

func step(i int) int { fmt.Print("step ", i, "; "); gk.a++; gw.s += "x"; gs[0]++; return i }

func clear2() {
	gk, gw, gs = pair{1, 2}, wide{[6]int{1}, "w"}, []int{1, 2, 3}
	gmp, gmw, gms, gma, gmo = map[pair]int{}, map[wide]int{}, map[string]int{}, map[any]int{}, map[one]int{}
	gf = map[[1]float64]int{}
	gi, gb, ga = 0, false, nil
}

func try(n int, f func()) {
	defer func() {
		fmt.Println(n, recover())
		fmt.Println("  ", gk, gw, gs, gmp, gmw, gms, len(gma), len(gmo), gf, gi, gb, ga)
		clear2()
	}()
	f()
}

func pairResult(n int, ls []int) (r pair, w wide, k int) {
	defer func() { fmt.Println("  result", n, recover()) }()
	switch n {
	case 0:
		r, w, k = pair{1, ls[10]}, wide{s: "w"}, 3
	case 1:
		r, w, k = pair{1, 2}, wide{[6]int{1, 2, ls[11]}, "q"}, 3
	case 2:
		k, r = 5, pair{6, ls[12]}
	case 3:
		r, gmp[pair{ls[0], 9}] = pair{6, 7}, ls[13]
	case 4:
		return pair{1, 2}, wide{[6]int{ls[0]}, "r"}, ls[14]
	case 5:
		w.a[ls[0]], r = 8, pair{3, ls[15]}
	case 6:
		r = pair{1, ls[0] / (ls[1] - 2)}
	}
	return
}

func main() {
	ls, li, lz := []int{1, 2, 3}, 1, 0
	lk, lw := pair{5, 6}, wide{[6]int{2}, "l"}
	x := 7
	lo := one{&x}
	pa := [1]*int{&x}
	fa := [3]float64{1, 2, 3}
	var np *holder
	var npp *pair
	h := &holder{map[pair]int{}, pair{3, 4}, wide{s: "h"}, one{&x}}

	// Keys by address, by bits and by value, changed by the stores before.
	try(1, func() { gk, gmp[gk] = pair{9, 9}, 1 })
	try(2, func() { gw, gmw[gw] = wide{s: "z"}, 1 })
	try(3, func() { gs[0], gmp[pair{gs[0], gs[1]}] = 40, gs[0] })
	try(4, func() { gw.s, gms[gw.s] = "new", len(gw.s) })
	try(5, func() { lk, gmp[lk] = pair{}, 2; lk = pair{5, 6} })
	try(6, func() { lw, gmw[lw] = wide{}, 2; lw = wide{[6]int{2}, "l"} })
	try(7, func() { h.k, gmp[h.k] = pair{8, 8}, 3 })
	try(8, func() { h.w, gmw[h.w] = wide{s: "n"}, 3 })
	try(9, func() { h, gmw[h.w], gmp[h.k] = np, 4, 5 })
	h = &holder{map[pair]int{}, pair{3, 4}, wide{s: "h"}, one{&x}}
	try(10, func() { fa[0], gf[[1]float64{fa[0]}] = 5, 6; fa[0] = 1 })
	try(11, func() { ls[0], gma[ls[0]] = 10, 11; ls[0] = 1 })
	try(12, func() { lo, gmo[lo] = one{}, 1; lo = one{&x} })

	// Calls after a key.
	try(20, func() { gmp[gk], gi = step(1), step(2) })
	try(21, func() { gmw[gw], gms[gw.s] = step(3), step(4) })
	try(22, func() { gmp[h.k], h.k = step(5), pair{step(6), 0} })
	try(23, func() { gi, gb = gmw[gw]+step(7), gw == lw })
	try(24, func() { gi, gb = gmp[gk]+step(8), gk == pair{step(9), 2} })
	try(25, func() { gmp[gk] += step(10) })
	try(26, func() { gmw[gw] += step(11) })
	try(27, func() { gmw[gw] /= step(12) })
	try(28, func() { gmp[pair{gs[0], 1}] = gmp[gk] + step(13) })

	// Panics.
	try(30, func() { gmp[np.k], gi = ls[20], ls[21] })
	try(31, func() { gmw[np.w], gi = ls[22], 5 })
	try(32, func() { gi, gmw[np.w] = 5, ls[23] })
	try(33, func() { gi, gmw[np.w] = ls[24], 5 })
	try(34, func() { gma[bad{}], gi = ls[25], 3 })
	try(35, func() { gi, gma[bad{}] = 3, ls[26] })
	try(36, func() { np.m[gk] = ls[27] })
	try(37, func() { np.m[pair{ls[28], 1}] = 1 })
	try(38, func() { delete(np.m, pair{ls[29], 1}) })
	try(39, func() { delete(gmw, np.w) })
	try(40, func() { gi = np.m[pair{ls[30], 1}] })
	try(41, func() { gi, gb = np.m[pair{ls[31], 1}] })
	try(42, func() { gs[5], gmp[gk] = 1, ls[32] })
	try(43, func() { gmp[gk], gs[5] = 1, 2 })
	try(44, func() { gmp[gk], gs[li/lz] = 1, 2 })
	try(45, func() { gb, gi = *npp == gk, ls[33] })
	try(46, func() { gb, gi = gk == *npp, step(14) })
	try(47, func() { gb = pair{ls[34], 1} == *npp })
	try(48, func() { ga, gi = any(*npp), ls[35] })
	try(49, func() { ga, gi = any(pa[li]), ls[36] })
	try(50, func() { gi, ga = ls[37], any(pa[li]) })
	try(51, func() { ga, gi = any(pa[li]), step(15) })
	try(52, func() { ga, gi = any(ls[38] == 1), step(16) })
	try(53, func() { ga, gi = any(np.o), step(17) })
	try(54, func() { ga, gi = any(h.w), step(18); fmt.Println(ga) })
	try(55, func() { ga, gi = any(gw), step(19) })
	try(56, func() { ga, gi = any(gk), step(20) })
	try(57, func() { gi, ga = 1, pair{gi, ls[39]} })
	try(58, func() { gs = append(gs[:li], gs[li/lz], step(21)) })
	try(59, func() { gs = make([]int, ls[40], step(22)) })
	try(60, func() { gms["a"], gms[string([]byte{byte(ls[0])})] = len(gms), gms["a"]+step(23) })

	for n := range 7 {
		fmt.Println(pairResult(n, ls))
		fmt.Println("  ", gmp)
	}
}
