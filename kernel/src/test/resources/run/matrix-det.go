package main

import "fmt"

type rat struct{ n, d int64 }

func gcd(a, b int64) int64 {
	if a < 0 {
		a = -a
	}
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

func r(n, d int64) rat {
	if d < 0 {
		n, d = -n, -d
	}
	if g := gcd(n, d); g > 1 {
		n, d = n/g, d/g
	}
	return rat{n, d}
}

func (a rat) add(b rat) rat { return r(a.n*b.d+b.n*a.d, a.d*b.d) }
func (a rat) sub(b rat) rat { return a.add(rat{-b.n, b.d}) }
func (a rat) mul(b rat) rat { return r(a.n*b.n, a.d*b.d) }
func (a rat) div(b rat) rat { return r(a.n*b.d, a.d*b.n) }
func (a rat) String() string {
	if a.d == 1 {
		return fmt.Sprint(a.n)
	}
	return fmt.Sprintf("%d/%d", a.n, a.d)
}

func det(m [][]rat) rat {
	n := len(m)
	res := rat{1, 1}
	for c := 0; c < n; c++ {
		p := c
		for p < n && m[p][c].n == 0 {
			p++
		}
		if p == n {
			return rat{0, 1}
		}
		if p != c {
			m[p], m[c] = m[c], m[p]
			res.n = -res.n
		}
		res = res.mul(m[c][c])
		for i := c + 1; i < n; i++ {
			f := m[i][c].div(m[c][c])
			for j := c; j < n; j++ {
				m[i][j] = m[i][j].sub(f.mul(m[c][j]))
			}
		}
	}
	return res
}

func main() {
	var m [][]rat
	for i := range 4 {
		var row []rat
		for j := range 4 {
			row = append(row, r(int64(i*j+1), int64(i+j+1)))
		}
		m = append(m, row)
	}
	fmt.Println(m)
	fmt.Println(det(m))
	fmt.Println(m)
}
