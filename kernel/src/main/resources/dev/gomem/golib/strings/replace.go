package strings

import "io"

// A Replacer replaces several strings at once; where several match, the first of
// its arguments wins.
type Replacer struct {
	once   [3]uint32
	r      *table
	oldnew []string
}

// NewReplacer replaces the first by the second of each pair.
func NewReplacer(oldnew ...string) *Replacer {
	if len(oldnew)%2 == 1 {
		panic("strings.NewReplacer: odd argument count")
	}
	return &Replacer{oldnew: append([]string(nil), oldnew...)}
}

// A table finds the pairs by the first byte of what they replace.
type table struct {
	pairs   []string
	first   [256]int32 // the first pair beginning so, counted from 1
	next    []int32    // the next pair that begins as this one, counted from 1
	empty   int32      // the first pair that replaces nothing, counted from 1
	single  bool       // all replace one byte
	smaller bool       // and by one byte
}

func newTable(pairs []string) *table {
	t := &table{pairs: pairs, next: make([]int32, len(pairs)/2), single: true, smaller: true}
	for i := len(pairs) - 2; i >= 0; i -= 2 {
		old, number := pairs[i], int32(i/2+1)
		t.single = t.single && len(old) == 1
		t.smaller = t.smaller && len(pairs[i+1]) == 1
		if old == "" {
			t.empty = number
			continue
		}
		t.next[i/2] = t.first[old[0]]
		t.first[old[0]] = number
	}
	return t
}

// at is the pair that matches at the beginning of s, counted from 1; 0 for none.
func (t *table) at(s string, notEmpty bool) int32 {
	best := int32(0)
	if s != "" {
		for p := t.first[s[0]]; p != 0; p = t.next[p-1] {
			if HasPrefix(s, t.pairs[2*p-2]) {
				best = p
				break
			}
		}
	}
	if t.empty != 0 && !notEmpty && (best == 0 || t.empty < best) {
		best = t.empty
	}
	return best
}

func (r *Replacer) build() *table {
	if r.once[0] == 0 {
		r.r = newTable(r.oldnew)
		r.oldnew = nil
		r.once[0] = 1
	}
	return r.r
}

// Replace returns s with everything replaced.
func (r *Replacer) Replace(s string) string {
	t := r.build()
	var b []byte
	last := 0
	wasEmpty := false
	for i := 0; i <= len(s); {
		p := t.at(s[i:], wasEmpty)
		if p == 0 {
			wasEmpty = false
			i++
			continue
		}
		old, new := t.pairs[2*p-2], t.pairs[2*p-1]
		wasEmpty = old == ""
		if b == nil {
			b = make([]byte, 0, len(s))
		}
		b = append(b, s[last:i]...)
		b = append(b, new...)
		i += len(old)
		last = i
	}
	if b == nil {
		return s
	}
	return string(append(b, s[last:]...))
}

// WriteString writes to w what Replace would return.
func (r *Replacer) WriteString(w io.Writer, s string) (n int, err error) {
	t := r.build()
	if t.single && t.smaller && len(t.pairs) > 0 {
		return r.writeBytes(w, s)
	}
	last := 0
	wasEmpty := false
	for i := 0; i <= len(s); {
		p := t.at(s[i:], wasEmpty)
		if p == 0 {
			wasEmpty = false
			i++
			continue
		}
		old, new := t.pairs[2*p-2], t.pairs[2*p-1]
		wasEmpty = old == ""
		for k := 0; k < 2; k++ {
			part := s[last:i]
			if k == 1 {
				part = new
			}
			if part == "" && t.single {
				continue
			}
			more, err := io.WriteString(w, part)
			n += more
			if err != nil {
				return n, err
			}
		}
		i += len(old)
		last = i
	}
	if last < len(s) {
		more, err := io.WriteString(w, s[last:])
		return n + more, err
	}
	return n, nil
}

// writeBytes writes in pieces what bytes become.
func (r *Replacer) writeBytes(w io.Writer, s string) (n int, err error) {
	piece := make([]byte, min(len(s), 32<<10))
	for s != "" {
		m := copy(piece, s)
		for i := 0; i < m; i++ {
			if p := r.r.first[piece[i]]; p != 0 {
				piece[i] = r.r.pairs[2*p-1][0]
			}
		}
		s = s[m:]
		more, err := w.Write(piece[:m])
		n += more
		if err != nil {
			return n, err
		}
	}
	return n, nil
}
