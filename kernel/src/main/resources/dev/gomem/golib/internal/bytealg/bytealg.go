// Package bytealg searches bytes. Every body is in Java, and looks at no more
// bytes than it must.
package bytealg

import "unsafe"

// IndexByte is where the first c stands in s, -1 if nowhere.
//
//go:onlyreads
func IndexByte(s string, c byte) int

// LastIndexByte is where the last c stands.
//
//go:onlyreads
func LastIndexByte(s string, c byte) int

// CountByte is how many bytes of s are c.
//
//go:onlyreads
func CountByte(s string, c byte) int

// Index is where the first sep, not empty, begins in s.
//
//go:onlyreads
func Index(s, sep string) int

// LastIndex is where the last sep, not empty, begins in s.
//
//go:onlyreads
func LastIndex(s, sep string) int

// Count is how often sep, not empty, stands in s, without overlaps.
//
//go:onlyreads
func Count(s, sep string) int

// Compare is -1, 0 or +1.
//
//go:onlyreads
func Compare(a, b string) int

// ASCII reports whether no byte of s is 0x80 or above.
//
//go:onlyreads
func ASCII(s string) bool

// View is b as a string that shares its bytes: for looking only.
func View(b []byte) string {
	return unsafe.String(unsafe.SliceData(b), len(b))
}

// Fill writes pattern, not empty, over and over into b.
func Fill(b []byte, pattern string) {
	for n := copy(b, pattern); n < len(b); n *= 2 {
		copy(b[n:], b[:n])
	}
}
