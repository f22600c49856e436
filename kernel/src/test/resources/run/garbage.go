package main

import "fmt"

type tree struct {
	l, r *tree
	data []byte
	name string
}

func build(d int) *tree {
	if d == 0 {
		return &tree{name: fmt.Sprint("leaf", d)}
	}
	return &tree{build(d - 1), build(d - 1), make([]byte, d), "n"}
}

func (t *tree) count() int {
	if t == nil {
		return 0
	}
	return 1 + t.l.count() + t.r.count() + len(t.data)
}

type ring struct {
	next *ring
	vals map[int]string
}

func main() {
	keep := build(8)
	total := 0
	for i := 0; i < 30; i++ {
		total += build(7).count()
	}
	fmt.Println(keep.count(), total)
	var r *ring
	for i := 0; i < 200; i++ {
		n := &ring{vals: map[int]string{}}
		for j := 0; j < 20; j++ {
			n.vals[j] = fmt.Sprint(i, "/", j)
		}
		if i%10 == 0 {
			n.next, r = r, n
		}
	}
	c := 0
	for x := r; x != nil; x = x.next {
		c += len(x.vals[19])
	}
	fmt.Println(c)
	s := ""
	for i := 0; i < 500; i++ {
		s += "x"
		if len(s) > 100 {
			s = s[50:]
		}
	}
	fmt.Println(len(s))
	var slices [][]int
	for i := 0; i < 100; i++ {
		slices = append(slices, make([]int, i))
		if i%3 == 0 {
			slices[i/2] = nil
		}
		for j := range slices[i] {
			slices[i][j] = j
		}
	}
	sum := 0
	for _, sl := range slices {
		for _, v := range sl {
			sum += v
		}
	}
	fmt.Println(sum)
	fs := []func() int{}
	for i := 0; i < 50; i++ {
		buf := make([]int, 100)
		buf[i] = i
		fs = append(fs, func() int { return buf[i] })
	}
	sum = 0
	for _, f := range fs {
		sum += f()
	}
	fmt.Println(sum)
	var ifaces []interface{}
	for i := 0; i < 300; i++ {
		switch i % 4 {
		case 0:
			ifaces = append(ifaces, i*1000)
		case 1:
			ifaces = append(ifaces, fmt.Sprint("s", i))
		case 2:
			ifaces = append(ifaces, []int{i, i})
		case 3:
			ifaces = append(ifaces, &tree{name: "t"})
		}
	}
	n := 0
	for _, x := range ifaces {
		switch v := x.(type) {
		case int:
			n += v / 1000
		case string:
			n += len(v)
		case []int:
			n += v[1]
		case *tree:
			n += len(v.name)
		}
	}
	fmt.Println(n)
}
