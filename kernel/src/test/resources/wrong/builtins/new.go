package main

func main() {
	_ = new()
	_ = new(int, 1)
	_ = new(nil)
	new(int)
	var p *string = new(int)
	q := new([]int)
	q[0] = 1
	_ = append(q, 1)
	_ = len(new([]int))
	_ = new(undefined)
	x := new
	_, _ = p, x
}
