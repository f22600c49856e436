// Package ring has circular lists.
package ring

// A Ring is an element of a ring; the zero value is a ring of one.
type Ring struct {
	next, prev *Ring
	Value      any
}

func (r *Ring) ready() *Ring {
	if r.next == nil {
		r.next, r.prev = r, r
	}
	return r
}

// New makes a ring of n elements.
func New(n int) *Ring {
	if n <= 0 {
		return nil
	}
	first := new(Ring)
	last := first
	for i := 1; i < n; i++ {
		r := &Ring{prev: last}
		last.next = r
		last = r
	}
	last.next, first.prev = first, last
	return first
}

func (r *Ring) Next() *Ring { return r.ready().next }

func (r *Ring) Prev() *Ring { return r.ready().prev }

// Move goes n elements on, or back if n is negative.
func (r *Ring) Move(n int) *Ring {
	r.ready()
	for ; n > 0; n-- {
		r = r.next
	}
	for ; n < 0; n++ {
		r = r.prev
	}
	return r
}

// Link makes s the next of r, and returns what was.
func (r *Ring) Link(s *Ring) *Ring {
	old := r.Next()
	if s != nil {
		last := s.Prev()
		r.next, s.prev = s, r
		old.prev, last.next = last, old
	}
	return old
}

// Unlink takes out n elements behind r.
func (r *Ring) Unlink(n int) *Ring {
	if n <= 0 {
		return nil
	}
	return r.Link(r.Move(n + 1))
}

func (r *Ring) Len() int {
	n := 0
	if r != nil {
		n = 1
		for s := r.Next(); s != r; s = s.next {
			n++
		}
	}
	return n
}

// Do calls f with each value.
func (r *Ring) Do(f func(any)) {
	if r == nil {
		return
	}
	f(r.Value)
	for s := r.Next(); s != r; s = s.next {
		f(s.Value)
	}
}
