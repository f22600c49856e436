package strings

import (
	"unicode/utf8"
	"unsafe"
)

// A Builder puts a string together without copying it at the end.
type Builder struct {
	addr *Builder // itself: a copy is noticed
	buf  []byte
}

// hide keeps escape analysis from seeing that a builder points to itself.
func hide(p unsafe.Pointer) unsafe.Pointer {
	word := uintptr(p)
	return unsafe.Pointer(word ^ 0)
}

func (b *Builder) own() {
	if b.addr == nil {
		b.addr = (*Builder)(hide(unsafe.Pointer(b)))
	} else if b.addr != b {
		panic("strings: illegal use of non-zero Builder copied by value")
	}
}

// String is what has been written.
func (b *Builder) String() string {
	return unsafe.String(unsafe.SliceData(b.buf), len(b.buf))
}

func (b *Builder) Len() int { return len(b.buf) }

func (b *Builder) Cap() int { return cap(b.buf) }

// Reset makes b empty; its bytes stay with the strings made of them.
func (b *Builder) Reset() {
	b.addr = nil
	b.buf = nil
}

// room makes place for n more bytes.
func (b *Builder) room(n int) {
	larger := append([]byte(nil), make([]byte, 2*cap(b.buf)+n)...)[:len(b.buf)]
	copy(larger, b.buf)
	b.buf = larger
}

// Grow makes sure that n more bytes find place.
func (b *Builder) Grow(n int) {
	b.own()
	if n < 0 {
		panic("strings.Builder.Grow: negative count")
	}
	if cap(b.buf)-len(b.buf) < n {
		b.room(n)
	}
}

func (b *Builder) Write(p []byte) (int, error) {
	b.own()
	b.buf = append(b.buf, p...)
	return len(p), nil
}

func (b *Builder) WriteByte(c byte) error {
	b.own()
	b.buf = append(b.buf, c)
	return nil
}

func (b *Builder) WriteRune(r rune) (int, error) {
	b.own()
	before := len(b.buf)
	b.buf = utf8.AppendRune(b.buf, r)
	return len(b.buf) - before, nil
}

func (b *Builder) WriteString(s string) (int, error) {
	b.own()
	b.buf = append(b.buf, s...)
	return len(s), nil
}
