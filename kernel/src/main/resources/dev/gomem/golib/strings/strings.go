// Package strings works on strings that are UTF-8.
package strings

import (
	"internal/bytealg"
	"unicode"
	"unicode/utf8"
	"unsafe"
)

// Clone returns a copy of s with bytes of its own.
func Clone(s string) string {
	if s == "" {
		return ""
	}
	b := make([]byte, len(s))
	copy(b, s)
	return unsafe.String(&b[0], len(b))
}

// Compare is -1, 0 or +1 as a < b, a == b, a > b.
func Compare(a, b string) int { return bytealg.Compare(a, b) }

// Index is where the first substr begins, -1 if nowhere.
func Index(s, substr string) int {
	if substr == "" {
		return 0
	}
	return bytealg.Index(s, substr)
}

// LastIndex is where the last substr begins, -1 if nowhere.
func LastIndex(s, substr string) int {
	if substr == "" {
		return len(s)
	}
	return bytealg.LastIndex(s, substr)
}

// IndexByte is where the first c stands.
func IndexByte(s string, c byte) int { return bytealg.IndexByte(s, c) }

// LastIndexByte is where the last c stands.
func LastIndexByte(s string, c byte) int { return bytealg.LastIndexByte(s, c) }

// IndexRune is where the first r stands; RuneError also is any wrong byte.
func IndexRune(s string, r rune) int {
	switch {
	case 0 <= r && r < utf8.RuneSelf:
		return bytealg.IndexByte(s, byte(r))
	case r == utf8.RuneError:
		for i, c := range s {
			if c == utf8.RuneError {
				return i
			}
		}
		return -1
	case !utf8.ValidRune(r):
		return -1
	}
	var room [utf8.UTFMax]byte
	n := utf8.EncodeRune(room[:], r)
	return bytealg.Index(s, bytealg.View(room[:n]))
}

// member reports whether r stands in chars.
func member(chars string, r rune) bool { return IndexRune(chars, r) >= 0 }

// IndexAny is where the first rune of s stands that is in chars.
func IndexAny(s, chars string) int {
	if chars == "" {
		return -1
	}
	for i, c := range s {
		if member(chars, c) {
			return i
		}
	}
	return -1
}

// LastIndexAny is where the last rune of s stands that is in chars.
func LastIndexAny(s, chars string) int {
	if chars == "" {
		return -1
	}
	for i := len(s); i > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
		if member(chars, r) {
			return i
		}
	}
	return -1
}

// IndexFunc is where the first rune stands of which f is true.
func IndexFunc(s string, f func(rune) bool) int { return first(s, f, true) }

// LastIndexFunc is where the last rune stands of which f is true.
func LastIndexFunc(s string, f func(rune) bool) int { return last(s, f, true) }

func first(s string, f func(rune) bool, want bool) int {
	for i, c := range s {
		if f(c) == want {
			return i
		}
	}
	return -1
}

func last(s string, f func(rune) bool, want bool) int {
	for i := len(s); i > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
		if f(r) == want {
			return i
		}
	}
	return -1
}

func Contains(s, substr string) bool { return Index(s, substr) >= 0 }

func ContainsAny(s, chars string) bool { return IndexAny(s, chars) >= 0 }

func ContainsRune(s string, r rune) bool { return IndexRune(s, r) >= 0 }

func ContainsFunc(s string, f func(rune) bool) bool { return IndexFunc(s, f) >= 0 }

func HasPrefix(s, prefix string) bool {
	return len(s) >= len(prefix) && s[:len(prefix)] == prefix
}

func HasSuffix(s, suffix string) bool {
	return len(s) >= len(suffix) && s[len(s)-len(suffix):] == suffix
}

// Count is how often substr stands in s, without overlaps; an empty one stands
// before each rune and at the end.
func Count(s, substr string) int {
	switch len(substr) {
	case 0:
		return utf8.RuneCountInString(s) + 1
	case 1:
		return bytealg.CountByte(s, substr[0])
	}
	return bytealg.Count(s, substr)
}

// Cut returns what stands before and after the first sep.
func Cut(s, sep string) (before, after string, found bool) {
	i := Index(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

func CutPrefix(s, prefix string) (after string, found bool) {
	if !HasPrefix(s, prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

func CutSuffix(s, suffix string) (before string, found bool) {
	if !HasSuffix(s, suffix) {
		return s, false
	}
	return s[:len(s)-len(suffix)], true
}

func TrimPrefix(s, prefix string) string {
	if HasPrefix(s, prefix) {
		return s[len(prefix):]
	}
	return s
}

func TrimSuffix(s, suffix string) string {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)]
	}
	return s
}

// runes cuts s into its runes, at most n parts.
func runes(s string, n int) []string {
	count := utf8.RuneCountInString(s)
	if n < 0 || n > count {
		n = count
	}
	parts := make([]string, n)
	for i := 0; i < n-1; i++ {
		_, size := utf8.DecodeRuneInString(s)
		parts[i] = s[:size]
		s = s[size:]
	}
	if n > 0 {
		parts[n-1] = s
	}
	return parts
}

// split cuts s at sep, at most into n parts; keep bytes of sep stay with a part.
func split(s, sep string, keep, n int) []string {
	if n == 0 {
		return nil
	}
	if sep == "" {
		return runes(s, n)
	}
	if n < 0 {
		n = Count(s, sep) + 1
	}
	n = min(n, len(s)+1)
	parts := make([]string, n)
	i := 0
	for ; i < n-1; i++ {
		at := bytealg.Index(s, sep)
		if at < 0 {
			break
		}
		parts[i] = s[:at+keep]
		s = s[at+len(sep):]
	}
	parts[i] = s
	return parts[:i+1]
}

func Split(s, sep string) []string { return split(s, sep, 0, -1) }

func SplitN(s, sep string, n int) []string { return split(s, sep, 0, n) }

func SplitAfter(s, sep string) []string { return split(s, sep, len(sep), -1) }

func SplitAfterN(s, sep string, n int) []string { return split(s, sep, len(sep), n) }

// Fields cuts s at its spaces; there are no empty parts.
func Fields(s string) []string {
	count := 0
	inside := false
	for _, c := range s {
		space := unicode.IsSpace(c)
		if !space && !inside {
			count++
		}
		inside = !space
	}
	parts := make([]string, count)
	start, n := -1, 0
	for i, c := range s {
		if !unicode.IsSpace(c) {
			if start < 0 {
				start = i
			}
		} else if start >= 0 {
			parts[n] = s[start:i]
			n++
			start = -1
		}
	}
	if start >= 0 {
		parts[n] = s[start:]
	}
	return parts
}

// FieldsFunc cuts s at the runes of which f is true.
func FieldsFunc(s string, f func(rune) bool) []string {
	// f is asked once of each rune; what it says of them is kept first, so that
	// the parts need one array.
	var room [64]int
	bounds := room[:0]
	start := -1
	for i, c := range s {
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
	parts := make([]string, len(bounds)/2)
	for i := range parts {
		parts[i] = s[bounds[2*i]:bounds[2*i+1]]
	}
	return parts
}

// Join returns elems with sep between them.
func Join(elems []string, sep string) string {
	if len(elems) == 0 {
		return ""
	}
	if len(elems) == 1 {
		return elems[0]
	}
	const most = 1<<63 - 1
	n := 0
	if sep != "" {
		if len(sep) >= most/(len(elems)-1) {
			panic("strings: Join output length overflow")
		}
		n = len(sep) * (len(elems) - 1)
	}
	for _, e := range elems {
		if len(e) > most-n {
			panic("strings: Join output length overflow")
		}
		n += len(e)
	}
	var b Builder
	b.Grow(n)
	b.WriteString(elems[0])
	for _, e := range elems[1:] {
		b.WriteString(sep)
		b.WriteString(e)
	}
	return b.String()
}

// A run of one of these is a part of a constant.
const (
	spaces  = "                                                                                                                                "
	dashes  = "--------------------------------------------------------------------------------------------------------------------------------"
	zeroes  = "0000000000000000000000000000000000000000000000000000000000000000"
	equals  = "================================================================================================================================"
	tabs    = "\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t"
)

// Repeat returns s, count times.
func Repeat(s string, count int) string {
	switch {
	case count < 0:
		panic("strings: negative Repeat count")
	case count == 0 || s == "":
		return ""
	case count == 1:
		return s
	}
	n := len(s) * count
	if n/count != len(s) || n < 0 {
		panic("strings: Repeat output length overflow")
	}
	run := ""
	switch s[0] {
	case ' ':
		run = spaces
	case '-':
		run = dashes
	case '0':
		run = zeroes
	case '=':
		run = equals
	case '\t':
		run = tabs
	}
	if n <= len(run) && HasPrefix(run, s) {
		return run[:n]
	}
	var b Builder
	b.Grow(n)
	b.buf = b.buf[:n]
	bytealg.Fill(b.buf, s)
	return b.String()
}

// Map returns s with mapping's answer for each rune; a negative one is left out.
func Map(mapping func(rune) rune, s string) string {
	var b Builder
	changed := false
	for i, c := range s {
		r := mapping(c)
		if !changed {
			if r == c {
				if c != utf8.RuneError {
					continue
				}
				if _, size := utf8.DecodeRuneInString(s[i:]); size != 1 {
					continue
				}
			}
			changed = true
			b.Grow(len(s) + utf8.UTFMax)
			b.WriteString(s[:i])
		}
		if r >= 0 {
			b.WriteRune(r)
		}
	}
	if !changed {
		return s
	}
	return b.String()
}

// change maps the letters of s that lie between low and high to the other case;
// s is ASCII.
func change(s string, low, high byte) string {
	start := 0
	for start < len(s) && (s[start] < low || s[start] > high) {
		start++
	}
	if start == len(s) {
		return s
	}
	var b Builder
	b.Grow(len(s))
	b.buf = append(b.buf, s...)
	for i := start; i < len(s); i++ {
		if c := s[i]; low <= c && c <= high {
			b.buf[i] = c ^ 0x20
		}
	}
	return b.String()
}

func ToUpper(s string) string {
	if bytealg.ASCII(s) {
		return change(s, 'a', 'z')
	}
	return Map(unicode.ToUpper, s)
}

func ToLower(s string) string {
	if bytealg.ASCII(s) {
		return change(s, 'A', 'Z')
	}
	return Map(unicode.ToLower, s)
}

func ToTitle(s string) string { return Map(unicode.ToTitle, s) }

func ToUpperSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToUpper, s) }

func ToLowerSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToLower, s) }

func ToTitleSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToTitle, s) }

// parts reports whether a word ends at r.
func parts(r rune) bool {
	if r < utf8.RuneSelf {
		return !('0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r == '_')
	}
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && unicode.IsSpace(r)
}

// Title returns s with the first letter of each word in title case.
func Title(s string) string {
	before := ' '
	return Map(func(r rune) rune {
		starts := parts(before)
		before = r
		if starts {
			return unicode.ToTitle(r)
		}
		return r
	}, s)
}

// ToValidUTF8 returns s with each run of wrong bytes replaced.
func ToValidUTF8(s, replacement string) string {
	if utf8.ValidString(s) {
		return s
	}
	var b Builder
	b.Grow(len(s) + len(replacement))
	inside := false
	for i := 0; i < len(s); {
		_, size := utf8.DecodeRuneInString(s[i:])
		wrong := size == 1 && s[i] >= utf8.RuneSelf
		if !wrong {
			b.WriteString(s[i : i+size])
		} else if !inside {
			b.WriteString(replacement)
		}
		inside = wrong
		i += size
	}
	return b.String()
}

func TrimFunc(s string, f func(rune) bool) string {
	return TrimRightFunc(TrimLeftFunc(s, f), f)
}

func TrimLeftFunc(s string, f func(rune) bool) string {
	i := first(s, f, false)
	if i < 0 {
		return ""
	}
	return s[i:]
}

func TrimRightFunc(s string, f func(rune) bool) string {
	i := last(s, f, false)
	if i < 0 {
		return ""
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return s[:i+size]
}

// Trim and its relatives cut off the runes that are in cutset.

func Trim(s, cutset string) string { return TrimRight(TrimLeft(s, cutset), cutset) }

func TrimLeft(s, cutset string) string {
	if cutset == "" {
		return s
	}
	for i, c := range s {
		if !member(cutset, c) {
			return s[i:]
		}
	}
	return ""
}

func TrimRight(s, cutset string) string {
	if cutset == "" {
		return s
	}
	for s != "" {
		r, size := utf8.DecodeLastRuneInString(s)
		if !member(cutset, r) {
			break
		}
		s = s[:len(s)-size]
	}
	return s
}

// TrimSpace cuts off spaces.
func TrimSpace(s string) string {
	for s != "" {
		r, size := rune(s[0]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s)
		}
		if !unicode.IsSpace(r) {
			break
		}
		s = s[size:]
	}
	for s != "" {
		r, size := rune(s[len(s)-1]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeLastRuneInString(s)
		}
		if !unicode.IsSpace(r) {
			break
		}
		s = s[:len(s)-size]
	}
	return s
}

// Replace replaces the first n old by new; all of them if n is below 0.
func Replace(s, old, new string, n int) string {
	if old == new || n == 0 {
		return s
	}
	count := Count(s, old)
	if count == 0 {
		return s
	}
	if n < 0 || count < n {
		n = count
	}
	var b Builder
	b.Grow(len(s) + n*(len(new)-len(old)))
	for i := 0; i < n; i++ {
		at := 0
		if old == "" {
			if i > 0 {
				_, at = utf8.DecodeRuneInString(s)
			}
		} else {
			at = bytealg.Index(s, old)
		}
		b.WriteString(s[:at])
		b.WriteString(new)
		s = s[at+len(old):]
	}
	b.WriteString(s)
	return b.String()
}

func ReplaceAll(s, old, new string) string { return Replace(s, old, new, -1) }

// EqualFold reports whether s and t are the same under simple case folding.
func EqualFold(s, t string) bool {
	for s != "" && t != "" {
		a, size := rune(s[0]), 1
		if a >= utf8.RuneSelf {
			a, size = utf8.DecodeRuneInString(s)
		}
		s = s[size:]
		b, size := rune(t[0]), 1
		if b >= utf8.RuneSelf {
			b, size = utf8.DecodeRuneInString(t)
		}
		t = t[size:]
		if a == b {
			continue
		}
		f := unicode.SimpleFold(a)
		for f != a && f != b {
			f = unicode.SimpleFold(f)
		}
		if f != b {
			return false
		}
	}
	return s == t
}
