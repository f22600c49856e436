package bytes

import (
	"iter"
	"unicode"
	"unicode/utf8"
)

// Lines gives the lines of s with their ends. What has been given is not given
// again.
func Lines(s []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		more := true
		for more && len(s) > 0 {
			end := IndexByte(s, '\n') + 1
			if end == 0 {
				end = len(s)
			}
			line := s[:end:end]
			s = s[end:]
			more = yield(line)
		}
	}
}

// SplitSeq gives what Split returns.
func SplitSeq(s, sep []byte) iter.Seq[[]byte] { return splitting(s, sep, 0) }

// SplitAfterSeq gives what SplitAfter returns.
func SplitAfterSeq(s, sep []byte) iter.Seq[[]byte] { return splitting(s, sep, len(sep)) }

func splitting(s, sep []byte, keep int) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for {
			end, next := 0, 0
			if len(sep) > 0 {
				at := Index(s, sep)
				if at < 0 {
					yield(s[:len(s):len(s)])
					return
				}
				end, next = at+keep, at+len(sep)
			} else if len(s) == 0 {
				return
			} else {
				_, end = utf8.DecodeRune(s)
				next = end
			}
			if !yield(s[:end:end]) {
				return
			}
			s = s[next:]
		}
	}
}

// FieldsSeq gives what Fields returns.
func FieldsSeq(s []byte) iter.Seq[[]byte] { return FieldsFuncSeq(s, unicode.IsSpace) }

// FieldsFuncSeq gives what FieldsFunc returns.
func FieldsFuncSeq(s []byte, f func(rune) bool) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		start := -1
		for i, c := range view(s) {
			between := f(c)
			if between && start >= 0 {
				if !yield(s[start:i:i]) {
					return
				}
				start = -1
			} else if !between && start < 0 {
				start = i
			}
		}
		if start >= 0 {
			yield(s[start:len(s):len(s)])
		}
	}
}
