// Package bytes works on byte slices as package strings does on strings.
package bytes

import (
	"internal/bytealg"
	"strings"
	"unicode"
	"unicode/utf8"
)

func view(b []byte) string { return bytealg.View(b) }

// Equal reports whether both have the same bytes; nil is empty.
func Equal(a, b []byte) bool { return view(a) == view(b) }

func Compare(a, b []byte) int { return bytealg.Compare(view(a), view(b)) }

// Clone returns a copy of b; of nil, nil.
func Clone(b []byte) []byte {
	if b == nil {
		return nil
	}
	return append([]byte{}, b...)
}

func Index(s, sep []byte) int { return strings.Index(view(s), view(sep)) }

func LastIndex(s, sep []byte) int { return strings.LastIndex(view(s), view(sep)) }

func IndexByte(b []byte, c byte) int { return bytealg.IndexByte(view(b), c) }

func LastIndexByte(s []byte, c byte) int { return bytealg.LastIndexByte(view(s), c) }

func IndexRune(s []byte, r rune) int { return strings.IndexRune(view(s), r) }

func IndexAny(s []byte, chars string) int { return strings.IndexAny(view(s), chars) }

func LastIndexAny(s []byte, chars string) int { return strings.LastIndexAny(view(s), chars) }

func IndexFunc(s []byte, f func(r rune) bool) int { return strings.IndexFunc(view(s), f) }

func LastIndexFunc(s []byte, f func(r rune) bool) int { return strings.LastIndexFunc(view(s), f) }

func Contains(b, subslice []byte) bool { return Index(b, subslice) >= 0 }

func ContainsAny(b []byte, chars string) bool { return IndexAny(b, chars) >= 0 }

func ContainsRune(b []byte, r rune) bool { return IndexRune(b, r) >= 0 }

func ContainsFunc(b []byte, f func(rune) bool) bool { return IndexFunc(b, f) >= 0 }

func Count(s, sep []byte) int { return strings.Count(view(s), view(sep)) }

func HasPrefix(s, prefix []byte) bool { return strings.HasPrefix(view(s), view(prefix)) }

func HasSuffix(s, suffix []byte) bool { return strings.HasSuffix(view(s), view(suffix)) }

func EqualFold(s, t []byte) bool { return strings.EqualFold(view(s), view(t)) }

// Cut returns what stands before and after the first sep.
func Cut(s, sep []byte) (before, after []byte, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, nil, false
}

func CutPrefix(s, prefix []byte) (after []byte, found bool) {
	if !HasPrefix(s, prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

func CutSuffix(s, suffix []byte) (before []byte, found bool) {
	if !HasSuffix(s, suffix) {
		return s, false
	}
	return s[:len(s)-len(suffix)], true
}

func TrimPrefix(s, prefix []byte) []byte {
	if HasPrefix(s, prefix) {
		return s[len(prefix):]
	}
	return s
}

func TrimSuffix(s, suffix []byte) []byte {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)]
	}
	return s
}

// split cuts s at sep, at most into n parts, none of which can be appended to
// without being copied but the last.
func split(s, sep []byte, keep, n int) [][]byte {
	if n == 0 {
		return nil
	}
	if len(sep) == 0 {
		count := utf8.RuneCount(s)
		if n < 0 || n > count {
			n = count
		}
		parts := make([][]byte, 0, n)
		for len(s) > 0 {
			size := len(s)
			if len(parts) < n-1 {
				_, size = utf8.DecodeRune(s)
			}
			parts = append(parts, s[:size:size])
			s = s[size:]
		}
		return parts
	}
	if n < 0 {
		n = Count(s, sep) + 1
	}
	n = min(n, len(s)+1)
	parts := make([][]byte, n)
	i := 0
	for ; i < n-1; i++ {
		at := Index(s, sep)
		if at < 0 {
			break
		}
		parts[i] = s[: at+keep : at+keep]
		s = s[at+len(sep):]
	}
	parts[i] = s
	return parts[:i+1]
}

func Split(s, sep []byte) [][]byte { return split(s, sep, 0, -1) }

func SplitN(s, sep []byte, n int) [][]byte { return split(s, sep, 0, n) }

func SplitAfter(s, sep []byte) [][]byte { return split(s, sep, len(sep), -1) }

func SplitAfterN(s, sep []byte, n int) [][]byte { return split(s, sep, len(sep), n) }

// Fields cuts s at its spaces.
func Fields(s []byte) [][]byte { return FieldsFunc(s, unicode.IsSpace) }

// FieldsFunc cuts s at the runes of which f is true.
func FieldsFunc(s []byte, f func(rune) bool) [][]byte {
	var room [64]int
	bounds := room[:0]
	start := -1
	for i, c := range view(s) {
		if f(c) {
			if start >= 0 {
				bounds = append(bounds, start, i)
				start = -1
			}
		} else if start < 0 {
			start = i
		}
	}
	if start >= 0 {
		bounds = append(bounds, start, len(s))
	}
	parts := make([][]byte, len(bounds)/2)
	for i := range parts {
		low, high := bounds[2*i], bounds[2*i+1]
		parts[i] = s[low:high:high]
	}
	return parts
}

// Join returns the parts with sep between them.
func Join(s [][]byte, sep []byte) []byte {
	if len(s) == 0 {
		return []byte{}
	}
	if len(s) == 1 {
		return append([]byte(nil), s[0]...)
	}
	n := len(sep) * (len(s) - 1)
	for _, part := range s {
		n += len(part)
	}
	b := append([]byte(nil), make([]byte, n)...)[:0]
	b = append(b, s[0]...)
	for _, part := range s[1:] {
		b = append(b, sep...)
		b = append(b, part...)
	}
	return b
}

// Repeat returns b, count times.
func Repeat(b []byte, count int) []byte {
	if count < 0 {
		panic("bytes: negative Repeat count")
	}
	n := len(b) * count
	if count > 0 && (n/count != len(b) || n < 0) {
		panic("bytes: Repeat output length overflow")
	}
	if n == 0 {
		return []byte{}
	}
	all := append([]byte(nil), make([]byte, n)...)
	bytealg.Fill(all, view(b))
	return all
}

// Map returns s with mapping's answer for each rune; a negative one is left out.
func Map(mapping func(r rune) rune, s []byte) []byte {
	b := make([]byte, 0, len(s))
	for _, c := range view(s) {
		if r := mapping(c); r >= 0 {
			b = utf8.AppendRune(b, r)
		}
	}
	return b
}

func change(s []byte, low, high byte) []byte {
	b := append([]byte(nil), make([]byte, len(s))...)
	for i, c := range s {
		if low <= c && c <= high {
			c ^= 0x20
		}
		b[i] = c
	}
	return b
}

func has(s []byte, low, high byte) bool {
	for _, c := range s {
		if low <= c && c <= high {
			return true
		}
	}
	return false
}

func ToUpper(s []byte) []byte {
	if bytealg.ASCII(view(s)) {
		if !has(s, 'a', 'z') {
			return append([]byte(""), s...)
		}
		return change(s, 'a', 'z')
	}
	return Map(unicode.ToUpper, s)
}

func ToLower(s []byte) []byte {
	if bytealg.ASCII(view(s)) {
		if !has(s, 'A', 'Z') {
			return append([]byte(""), s...)
		}
		return change(s, 'A', 'Z')
	}
	return Map(unicode.ToLower, s)
}

func ToTitle(s []byte) []byte { return Map(unicode.ToTitle, s) }

func ToUpperSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToUpper, s) }

func ToLowerSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToLower, s) }

func ToTitleSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToTitle, s) }

// Title returns s with the first letter of each word in title case.
func Title(s []byte) []byte {
	before := ' '
	return Map(func(r rune) rune {
		starts := false
		if before < utf8.RuneSelf {
			starts = !('0' <= before && before <= '9' || 'a' <= before|0x20 && before|0x20 <= 'z' || before == '_')
		} else {
			starts = !unicode.IsLetter(before) && !unicode.IsDigit(before) && unicode.IsSpace(before)
		}
		before = r
		if starts {
			return unicode.ToTitle(r)
		}
		return r
	}, s)
}

// ToValidUTF8 returns s with each run of wrong bytes replaced.
func ToValidUTF8(s, replacement []byte) []byte {
	b := make([]byte, 0, len(s)+len(replacement))
	inside := false
	for len(s) > 0 {
		_, size := utf8.DecodeRune(s)
		wrong := size == 1 && s[0] >= utf8.RuneSelf
		if !wrong {
			b = append(b, s[:size]...)
		} else if !inside {
			b = append(b, replacement...)
		}
		inside = wrong
		s = s[size:]
	}
	return b
}

// Runes decodes s.
func Runes(s []byte) []rune {
	all := make([]rune, utf8.RuneCount(s))
	n := 0
	for _, r := range view(s) {
		all[n] = r
		n++
	}
	return all
}

func TrimFunc(s []byte, f func(r rune) bool) []byte { return TrimRightFunc(TrimLeftFunc(s, f), f) }

func TrimLeftFunc(s []byte, f func(r rune) bool) []byte {
	for i, c := range view(s) {
		if !f(c) {
			return s[i:]
		}
	}
	return nil
}

func TrimRightFunc(s []byte, f func(r rune) bool) []byte {
	for len(s) > 0 {
		r, size := utf8.DecodeLastRune(s)
		if !f(r) {
			break
		}
		s = s[:len(s)-size]
	}
	return s
}

func Trim(s []byte, cutset string) []byte {
	if len(s) == 0 {
		return nil
	}
	if cutset == "" {
		return s
	}
	s = TrimLeft(s, cutset)
	if len(s) == 0 {
		return nil
	}
	return TrimRight(s, cutset)
}

func TrimLeft(s []byte, cutset string) []byte {
	if len(s) == 0 {
		return nil
	}
	if cutset == "" {
		return s
	}
	for i, c := range view(s) {
		if strings.IndexRune(cutset, c) < 0 {
			return s[i:]
		}
	}
	return nil
}

func TrimRight(s []byte, cutset string) []byte {
	if len(s) == 0 || cutset == "" {
		return s
	}
	return s[:len(strings.TrimRight(view(s), cutset))]
}

// TrimSpace cuts off spaces.
func TrimSpace(s []byte) []byte {
	rest := TrimRightFunc(TrimLeftFunc(s, unicode.IsSpace), unicode.IsSpace)
	if len(rest) == 0 {
		return nil
	}
	return rest
}

// Replace replaces the first n old by new; all of them if n is below 0.
func Replace(s, old, new []byte, n int) []byte {
	count := 0
	if n != 0 {
		count = Count(s, old)
	}
	if count == 0 {
		return append([]byte(nil), s...)
	}
	if n < 0 || count < n {
		n = count
	}
	b := make([]byte, 0, len(s)+n*(len(new)-len(old)))
	for i := 0; i < n; i++ {
		at := 0
		if len(old) > 0 {
			at = Index(s, old)
		} else if i > 0 {
			_, at = utf8.DecodeRune(s)
		}
		b = append(b, s[:at]...)
		b = append(b, new...)
		s = s[at+len(old):]
	}
	return append(b, s...)
}

func ReplaceAll(s, old, new []byte) []byte { return Replace(s, old, new, -1) }
