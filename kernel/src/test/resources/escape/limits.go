package main

func varOK() int {
	var a [16384]int
	return a[3]
}
func varTooBig() int {
	var a [16385]int
	return a[3]
}
func newOK() int {
	p := new([8192]int)
	return p[1]
}
func newTooBig() int {
	p := new([8193]int)
	return p[1]
}
func litOK() int {
	p := &[8192]int{1}
	return p[1]
}
func litTooBig() int {
	p := &[8193]int{1}
	return p[1]
}
func makeBig() int {
	s := make([]int, 10000)
	return s[1]
}
func param(a [20000]int) *int { return &a[1] }
func result() (a [20000]int)  { return }
func box(a [200]int) int {
	var i any = a
	return i.([200]int)[0]
}
func closureBig() int {
	var a [9000]int
	f := func() int { return a[0] }
	return f()
}

type Huge [100000]byte

func (h Huge) M() int { return len(h) }
func mv() int {
	var h Huge
	f := h.M
	return f()
}
func bytesBig() int {
	b := []byte("x")
	c := make([]string, 5000)
	return len(b) + len(c)
}

func main() {}
