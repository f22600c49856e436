package main

import "fmt"

type config struct {
	name  string
	level int8
	tags  []string
	sub   struct{ on bool }
}

var (
	counter  int
	total    float32
	small    int8 = 127
	ready    bool
	cfg      = config{name: "start", tags: []string{"x"}}
	cfgp     = &cfg
	grid     [3][4]uint16
	table    = map[string][]int{"a": {1}}
	callback func(int) int
	any1     interface{}
	next     *node
	word     = "word"
	cplx     complex64 = 1 + 2i
)

type node struct {
	val  int
	next *node
}

func bump() int { counter++; return counter }

func fill() {
	for i := range grid {
		for j := range grid[i] {
			grid[i][j] = uint16(i*10 + j)
		}
	}
}

func main() {
	bump()
	bump()
	total += float32(counter) / 3
	small++
	ready = counter == 2
	fmt.Println(counter, total, small, ready)
	cfg.level--
	cfgp.sub.on = !cfg.sub.on
	cfg.tags = append(cfg.tags, "y")
	cfgp.name += "ed"
	fmt.Println(cfg, *cfgp)
	fill()
	k := 2
	grid[k][1]++
	grid[0] = grid[k]
	fmt.Println(grid, len(grid[k]))
	table["a"] = append(table["a"], counter)
	table["b"] = nil
	fmt.Println(table)
	callback = func(n int) int { counter += n; return counter }
	fmt.Println(callback(10), counter)
	any1 = counter
	fmt.Println(any1 == 12, any1)
	for i := range 3 {
		next = &node{i, next}
	}
	for n := next; n != nil; n = n.next {
		fmt.Print(n.val, " ")
	}
	next.next.next = nil
	fmt.Println(next.next.val)
	p, q := &small, &grid[1][1]
	*p -= 100
	*q = 77
	fmt.Println(small, grid[1])
	word = word[1:] + word[:1]
	cplx *= cplx
	fmt.Println(word, cplx)
	func() {
		word := "local"
		counter := len(word)
		counter++
		fmt.Println(word, counter)
	}()
	fmt.Println(word, counter)
}
