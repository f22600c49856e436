package main

// Variables of loops: new in each iteration where somebody can tell, else one for all.

var kept [8]*[3]int

func search(n int) *[3]int {
	for i := [3]int{}; i[0] < n; i[0]++ {
		if i[0] == 5 {
			return &i
		}
	}
	return nil
}

func found() { search(9) }

func notFound() { search(3) }

func pick(xs [][3]int) *[3]int {
	for _, x := range xs {
		if x[1] == 7 {
			return &x
		}
	}
	return nil
}

func picked() { pick([][3]int{{1, 2, 3}, {4, 7, 6}, {7, 8, 9}}) }

func each() {
	for i := [3]int{}; i[0] < 3; i[0]++ {
		kept[i[0]] = &i
	}
}

func eachOfRange() {
	for i, x := range [][3]int{{1}, {2}, {3}} {
		kept[i] = &x
	}
}

func makeOne(n int) func() [3]int {
	for i := [3]int{}; i[0] < n; i[0]++ {
		if i[0] == 2 {
			return func() [3]int { i[1]++; return i }
		}
	}
	return nil
}

func closure() { makeOne(4) }

func nested() {
	for i := [3]int{}; i[0] < 2; i[0]++ {
		func() *[3]int {
			for j := i; j[0] < 4; j[0]++ {
				if j[0] == 3 {
					return &j
				}
			}
			return &i
		}()
	}
}
