package main

type Buf struct {
	b    []byte
	p, q *int
	arr  [4]byte
	n    *Buf
	xs   []*int
}

func (b *Buf) trim(n int)   { b.b = b.b[n:] }
func (b *Buf) swap()        { b.p, b.q = b.q, b.p }
func (b *Buf) copyp()       { b.p = b.q }
func (b *Buf) slice3(n int) { b.b = b.b[:n:n] }
func (b *Buf) arrs()        { b.b = b.arr[:] }
func (b *Buf) deep()        { b.n.p = b.n.q }
func (b *Buf) swapxs(i, j int) {
	b.xs[i], b.xs[j] = b.xs[j], b.xs[i]
	b.xs[i] = b.xs[j]
}
func (b *Buf) notself(c *Buf) { b.p = c.q }
func local(b Buf) *int {
	b.p = b.q
	return b.p
}
func sl(s *[]int)   { *s = (*s)[1:] }
func sl2(s, t *[]int) { *s = (*t)[1:] }
func (b *Buf) idx(i int) { b.xs[i] = b.xs[f(i)] }
func f(i int) int { return i }

func main() {}
