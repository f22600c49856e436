package main

func last(n int) *int {
	var last *int
	for i := 0; i < n; i++ {
		y := i
		last = &y
	}
	return last
}
func lastLocal(n int) int {
	var last *int
	for i := 0; i < n; i++ {
		y := i
		last = &y
	}
	return *last
}
func collect(n int) (r []*int) {
	for i := 0; i < n; i++ {
		r = append(r, &i)
	}
	return
}
func collectLocal(n int) int {
	var r []*int
	for i := 0; i < n; i++ {
		r = append(r, &i)
	}
	return len(r)
}
func newInLoop() int {
	var l *int
	for range 3 {
		l = new(int)
	}
	return *l
}
func newOutside() int {
	l := new(int)
	for range 3 {
		*l++
	}
	return *l
}
func gotoLoop() int {
	var p *int
	i := 0
loop:
	x := i
	p = &x
	i++
	if i < 3 {
		goto loop
	}
	return *p
}
func gotoForward(n int) int {
	var p *int
	if n > 0 {
		goto end
	}
	{
		x := n
		p = &x
	}
end:
	if p == nil {
		return 0
	}
	return *p
}
func labeled(n int) (r []func() int) {
outer:
	for i := 0; i < n; i++ {
		for j := range n {
			if j > i {
				continue outer
			}
			r = append(r, func() int { return i + j })
			if i > 3 {
				break outer
			}
		}
	}
	return
}
func three(n int) (r []func() int) {
	for i, j := 0, n; i < j; i, j = i+1, j-1 {
		r = append(r, func() int { j++; return i })
		if i == 2 {
			continue
		}
	}
	return
}
func useInside(n int) int {
	t := 0
	for i := 0; i < n; i++ {
		func() { t += i }()
	}
	return t
}
func ret(n int) *int {
	for i := 0; i < n; i++ {
		if i == 2 {
			return &i
		}
	}
	return nil
}
func retRange(s []int) *int {
	for i, v := range s {
		if i == 2 {
			return &v
		}
	}
	return nil
}

func main() {}
