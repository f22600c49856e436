package main

import "fmt"

type matrix [][]float64

func identity(n int) matrix {
	m := make(matrix, n)
	for i := range m {
		m[i] = make([]float64, n)
		m[i][i] = 1
	}
	return m
}

func (a matrix) mul(b matrix) matrix {
	c := make(matrix, len(a))
	for i := range a {
		c[i] = make([]float64, len(b[0]))
		for j := range c[i] {
			for k := range b {
				c[i][j] += a[i][k] * b[k][j]
			}
		}
	}
	return c
}

func (a matrix) pow(n int) matrix {
	r := identity(len(a))
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			r = r.mul(a)
		}
		a = a.mul(a)
	}
	return r
}

type m3 [3][3]int32

func (a m3) mul(b *m3) (c m3) {
	for i := 0; i < 3; i++ {
		for j := 0; j < 3; j++ {
			for k := 0; k < 3; k++ {
				c[i][j] += a[i][k] * b[k][j]
			}
		}
	}
	return
}

func transpose(m *[2][3]string) (t [3][2]string) {
	for i, row := range m {
		for j, v := range row {
			t[j][i] = v
		}
	}
	return
}

func life(g [8][8]bool) (n [8][8]bool) {
	for y := range g {
		for x := range g[y] {
			c := 0
			for dy := -1; dy <= 1; dy++ {
				for dx := -1; dx <= 1; dx++ {
					if (dx != 0 || dy != 0) && g[(y+dy+8)%8][(x+dx+8)%8] {
						c++
					}
				}
			}
			n[y][x] = c == 3 || c == 2 && g[y][x]
		}
	}
	return
}

func main() {
	fib := matrix{{1, 1}, {1, 0}}
	fmt.Println(fib.pow(30)[0][1], fib.pow(0))
	a := m3{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}
	fmt.Println(a.mul(&a))
	fmt.Println(transpose(&[2][3]string{{"a", "b", "c"}, {"d", "e", "f"}}))
	var g [8][8]bool
	for _, p := range [][2]int{{1, 0}, {2, 1}, {0, 2}, {1, 2}, {2, 2}} {
		g[p[1]][p[0]] = true
	}
	for i := 0; i < 4; i++ {
		g = life(g)
	}
	for _, row := range g[:5] {
		for _, c := range row {
			if c {
				fmt.Print("#")
			} else {
				fmt.Print(".")
			}
		}
		fmt.Println()
	}
	var cube [2][3][4]int
	n := 0
	for i := range cube {
		for j := range cube[i] {
			for k := range cube[i][j] {
				cube[i][j][k] = n
				n++
			}
		}
	}
	i, j, k := 1, 2, 3
	cube[i][j][k] *= 2
	cube[i-1], cube[i] = cube[i], cube[i-1]
	fmt.Println(cube[0][j], cube[1][j][k], len(cube[0]), cube)
}
