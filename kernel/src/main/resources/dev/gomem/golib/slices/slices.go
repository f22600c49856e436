// Package slices has functions on slices of any type.
package slices

import (
	"cmp"
	"unsafe"
)

// Equal reports whether both have the same elements; NaN equals nothing.
func Equal[S ~[]E, E comparable](s1, s2 S) bool {
	if len(s1) != len(s2) {
		return false
	}
	for i := range s1 {
		if s1[i] != s2[i] {
			return false
		}
	}
	return true
}

// EqualFunc is Equal with elements compared by eq.
func EqualFunc[S1 ~[]E1, S2 ~[]E2, E1, E2 any](s1 S1, s2 S2, eq func(E1, E2) bool) bool {
	if len(s1) != len(s2) {
		return false
	}
	for i := range s1 {
		if !eq(s1[i], s2[i]) {
			return false
		}
	}
	return true
}

// Compare compares element by element; a shorter slice is less.
func Compare[S ~[]E, E cmp.Ordered](s1, s2 S) int {
	for i := 0; i < len(s1) && i < len(s2); i++ {
		if c := cmp.Compare(s1[i], s2[i]); c != 0 {
			return c
		}
	}
	return cmp.Compare(len(s1), len(s2))
}

// CompareFunc is Compare with elements compared by cmp.
func CompareFunc[S1 ~[]E1, S2 ~[]E2, E1, E2 any](s1 S1, s2 S2, cmp func(E1, E2) int) int {
	for i := 0; i < len(s1) && i < len(s2); i++ {
		if c := cmp(s1[i], s2[i]); c != 0 {
			return c
		}
	}
	switch {
	case len(s1) < len(s2):
		return -1
	case len(s1) > len(s2):
		return +1
	}
	return 0
}

// Index is where the first v stands, -1 if nowhere.
func Index[S ~[]E, E comparable](s S, v E) int {
	for i := range s {
		if s[i] == v {
			return i
		}
	}
	return -1
}

// IndexFunc is where f is first true.
func IndexFunc[S ~[]E, E any](s S, f func(E) bool) int {
	for i := range s {
		if f(s[i]) {
			return i
		}
	}
	return -1
}

func Contains[S ~[]E, E comparable](s S, v E) bool { return Index(s, v) >= 0 }

func ContainsFunc[S ~[]E, E any](s S, f func(E) bool) bool { return IndexFunc(s, f) >= 0 }

// overlap reports whether two slices share memory.
func overlap[E any](a, b []E) bool {
	size := unsafe.Sizeof(*new(E))
	if len(a) == 0 || len(b) == 0 || size == 0 {
		return false
	}
	startA, startB := uintptr(unsafe.Pointer(&a[0])), uintptr(unsafe.Pointer(&b[0]))
	return startA < startB+uintptr(len(b))*size && startB < startA+uintptr(len(a))*size
}

// Insert puts v before element i.
func Insert[S ~[]E, E any](s S, i int, v ...E) S {
	_ = s[i:] // panic if i is no place
	if len(v) == 0 {
		return s
	}
	if i == len(s) {
		return append(s, v...)
	}
	total := len(s) + len(v)
	if total > cap(s) {
		larger := append(s[:i], make(S, total-i)...)
		copy(larger[i:], v)
		copy(larger[i+len(v):], s[i:])
		return larger
	}
	if overlap(v, s[i:total]) {
		v = append([]E(nil), v...)
	}
	s = s[:total]
	copy(s[i+len(v):], s[i:])
	copy(s[i:], v)
	return s
}

// Delete takes out the elements from i to j; what is left over at the end is zeroed.
func Delete[S ~[]E, E any](s S, i, j int) S {
	_ = s[i:j:len(s)] // panic if they are no places
	if i == j {
		return s
	}
	shorter := append(s[:i], s[j:]...)
	clear(s[len(shorter):])
	return shorter
}

// DeleteFunc takes out the elements of which del is true.
func DeleteFunc[S ~[]E, E any](s S, del func(E) bool) S {
	n := IndexFunc(s, del)
	if n < 0 {
		return s
	}
	for _, v := range s[n+1:] {
		if !del(v) {
			s[n] = v
			n++
		}
	}
	clear(s[n:])
	return s[:n]
}

// Replace puts v in place of the elements from i to j.
func Replace[S ~[]E, E any](s S, i, j int, v ...E) S {
	_ = s[i:j] // panic if they are no places
	if i == j {
		return Insert(s, i, v...)
	}
	if j == len(s) {
		r := append(s[:i], v...)
		if len(r) < len(s) {
			clear(s[len(r):])
		}
		return r
	}
	total := len(s) - (j - i) + len(v)
	if total > cap(s) {
		larger := append(s[:i], make(S, total-i)...)
		copy(larger[i:], v)
		copy(larger[i+len(v):], s[j:])
		return larger
	}
	r := s[:total]
	if i+len(v) <= j {
		copy(r[i:], v)
		copy(r[i+len(v):], s[j:])
		clear(s[total:])
		return r
	}
	if overlap(v, s[i:max(total, len(s))]) {
		v = append([]E(nil), v...)
	}
	copy(r[i+len(v):], s[j:])
	copy(r[i:], v)
	return r
}

// Clone returns a copy of s.
func Clone[S ~[]E, E any](s S) S {
	return append(s[:0:0], s...)
}

// Compact leaves one of each run of equal elements.
func Compact[S ~[]E, E comparable](s S) S {
	return CompactFunc(s, func(a, b E) bool { return a == b })
}

// CompactFunc is Compact with elements compared by eq.
func CompactFunc[S ~[]E, E any](s S, eq func(E, E) bool) S {
	if len(s) < 2 {
		return s
	}
	n := 1
	for n < len(s) && !eq(s[n], s[n-1]) {
		n++
	}
	if n == len(s) {
		return s
	}
	last := s[n]
	for _, v := range s[n+1:] {
		if !eq(v, last) {
			s[n] = v
			n++
		}
		last = v
	}
	clear(s[n:])
	return s[:n]
}

// Grow makes sure that n more elements find place.
func Grow[S ~[]E, E any](s S, n int) S {
	if n < 0 {
		panic("cannot be negative")
	}
	if n -= cap(s) - len(s); n > 0 {
		s = append(s[:cap(s)], make([]E, n)...)[:len(s)]
	}
	return s
}

// Clip cuts off the capacity that is not used.
func Clip[S ~[]E, E any](s S) S { return s[:len(s):len(s)] }

// Reverse turns s round.
func Reverse[S ~[]E, E any](s S) {
	for i, j := 0, len(s)-1; i < j; i, j = i+1, j-1 {
		s[i], s[j] = s[j], s[i]
	}
}

// Concat returns all slices behind one another.
func Concat[S ~[]E, E any](slices ...S) S {
	total := 0
	for _, s := range slices {
		total += len(s)
		if total < 0 {
			panic("len out of range")
		}
	}
	all := Grow[S](nil, total)
	for _, s := range slices {
		all = append(all, s...)
	}
	return all
}

// Repeat returns x, count times.
func Repeat[S ~[]E, E any](x S, count int) S {
	if count < 0 {
		panic("cannot be negative")
	}
	n := len(x) * count
	if count > 0 && (n/count != len(x) || n < 0) {
		panic("the result of (len(x) * count) overflows")
	}
	all := make(S, n)
	for k := copy(all, x); k < n && k > 0; k *= 2 {
		copy(all[k:], all[:k])
	}
	return all
}
