package strings

import (
	"iter"
	"unicode"
	"unicode/utf8"
)

// Lines gives the lines of s with their ends. What has been given is not given
// again.
func Lines(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		more := true
		for more && s != "" {
			end := IndexByte(s, '\n') + 1
			if end == 0 {
				end = len(s)
			}
			line := s[:end]
			s = s[end:]
			more = yield(line)
		}
	}
}

// SplitSeq gives what Split returns.
func SplitSeq(s, sep string) iter.Seq[string] { return splitting(s, sep, 0) }

// SplitAfterSeq gives what SplitAfter returns.
func SplitAfterSeq(s, sep string) iter.Seq[string] { return splitting(s, sep, len(sep)) }

func splitting(s, sep string, keep int) iter.Seq[string] {
	return func(yield func(string) bool) {
		for {
			end, next := 0, 0
			if sep != "" {
				at := Index(s, sep)
				if at < 0 {
					yield(s)
					return
				}
				end, next = at+keep, at+len(sep)
			} else if s == "" {
				return
			} else {
				_, end = utf8.DecodeRuneInString(s)
				next = end
			}
			if !yield(s[:end]) {
				return
			}
			s = s[next:]
		}
	}
}

// FieldsSeq gives what Fields returns.
func FieldsSeq(s string) iter.Seq[string] { return FieldsFuncSeq(s, unicode.IsSpace) }

// FieldsFuncSeq gives what FieldsFunc returns.
func FieldsFuncSeq(s string, f func(rune) bool) iter.Seq[string] {
	return func(yield func(string) bool) {
		start := -1
		for i, c := range s {
			between := f(c)
			if between && start >= 0 {
				if !yield(s[start:i]) {
					return
				}
				start = -1
			} else if !between && start < 0 {
				start = i
			}
		}
		if start >= 0 {
			yield(s[start:])
		}
	}
}
