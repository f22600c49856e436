package strconv

import (
	"internal/rt"
	"unicode/utf8"
)

// What may stand in a literal as it is.
const (
	printable = iota
	ascii
	graphic
)

const hexDigits = "0123456789abcdef"

// escaped appends r as it stands in a literal.
func escaped(dst []byte, r rune, quote byte, keep int) []byte {
	if r == rune(quote) || r == '\\' {
		return append(dst, '\\', byte(r))
	}
	if r < utf8.RuneSelf {
		if ' ' <= r && r < 0x7F {
			return append(dst, byte(r))
		}
	} else if keep != ascii && (rt.IsPrint(r) || keep == graphic && IsGraphic(r)) {
		return utf8.AppendRune(dst, r)
	}
	if '\a' <= r && r <= '\r' {
		return append(dst, '\\', "abtnvfr"[r-'\a'])
	}
	width, letter := 4, byte('u')
	if r < ' ' || r == 0x7F {
		width, letter = 2, 'x'
	} else if r >= 0x10000 {
		width, letter = 8, 'U'
	}
	dst = append(dst, '\\', letter)
	for width--; width >= 0; width-- {
		dst = append(dst, hexDigits[r>>uint(4*width)&15])
	}
	return dst
}

func appendQuoted(dst []byte, s string, keep int) []byte {
	if cap(dst)-len(dst) < len(s) {
		roomy := make([]byte, len(dst), len(dst)+len(s)+2)
		copy(roomy, dst)
		dst = roomy
	}
	dst = append(dst, '"')
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
			if size == 1 {
				dst = append(dst, '\\', 'x', hexDigits[s[i]>>4], hexDigits[s[i]&15])
				i++
				continue
			}
		}
		dst = escaped(dst, r, '"', keep)
		i += size
	}
	return append(dst, '"')
}

func appendQuotedRune(dst []byte, r rune, keep int) []byte {
	if !utf8.ValidRune(r) {
		r = utf8.RuneError
	}
	return append(escaped(append(dst, '\''), r, '\'', keep), '\'')
}

// Quote returns s as a Go literal, what does not print escaped.
func Quote(s string) string {
	return string(appendQuoted(make([]byte, 0, 3*len(s)/2), s, printable))
}

// QuoteToASCII is Quote with everything outside ASCII escaped.
func QuoteToASCII(s string) string {
	return string(appendQuoted(make([]byte, 0, 3*len(s)/2), s, ascii))
}

// QuoteToGraphic is Quote that keeps Unicode's spaces.
func QuoteToGraphic(s string) string {
	return string(appendQuoted(make([]byte, 0, 3*len(s)/2), s, graphic))
}

// AppendQuote and its relatives append what their namesakes return.

func AppendQuote(dst []byte, s string) []byte { return appendQuoted(dst, s, printable) }

func AppendQuoteToASCII(dst []byte, s string) []byte { return appendQuoted(dst, s, ascii) }

func AppendQuoteToGraphic(dst []byte, s string) []byte { return appendQuoted(dst, s, graphic) }

// QuoteRune returns r as a Go literal.
func QuoteRune(r rune) string { return string(appendQuotedRune(nil, r, printable)) }

// QuoteRuneToASCII is QuoteRune with everything outside ASCII escaped.
func QuoteRuneToASCII(r rune) string { return string(appendQuotedRune(nil, r, ascii)) }

// QuoteRuneToGraphic is QuoteRune that keeps Unicode's spaces.
func QuoteRuneToGraphic(r rune) string { return string(appendQuotedRune(nil, r, graphic)) }

func AppendQuoteRune(dst []byte, r rune) []byte { return appendQuotedRune(dst, r, printable) }

func AppendQuoteRuneToASCII(dst []byte, r rune) []byte { return appendQuotedRune(dst, r, ascii) }

func AppendQuoteRuneToGraphic(dst []byte, r rune) []byte { return appendQuotedRune(dst, r, graphic) }

// IsPrint reports whether Go prints r as it is: as unicode.IsPrint.
func IsPrint(r rune) bool { return rt.IsPrint(r) }

// IsGraphic is IsPrint and Unicode's spaces.
func IsGraphic(r rune) bool {
	switch {
	case rt.IsPrint(r), r == 0xA0, r == 0x1680, 0x2000 <= r && r <= 0x200A, r == 0x202F, r == 0x205F, r == 0x3000:
		return true
	}
	return false
}

// CanBackquote reports whether s can stand between backquotes on one line.
func CanBackquote(s string) bool { return rt.CanBackquote(s) }

// hexValue reads n hexadecimal digits; false if there are not so many.
func hexValue(s string, n int) (v rune, ok bool) {
	if len(s) < n {
		return 0, false
	}
	for i := 0; i < n; i++ {
		d := digit(s[i])
		if d > 15 {
			return 0, false
		}
		v = v<<4 | rune(d)
	}
	return v, true
}

// UnquoteChar reads the first character or escape of a literal's inside.
func UnquoteChar(s string, quote byte) (value rune, multibyte bool, tail string, err error) {
	if s == "" {
		return 0, false, "", ErrSyntax
	}
	c := s[0]
	if c == quote && (c == '\'' || c == '"') {
		return 0, false, "", ErrSyntax
	}
	if c >= utf8.RuneSelf {
		r, size := utf8.DecodeRuneInString(s)
		return r, true, s[size:], nil
	}
	if c != '\\' {
		return rune(c), false, s[1:], nil
	}
	if len(s) == 1 {
		return 0, false, "", ErrSyntax
	}
	c, s = s[1], s[2:]
	width := 0
	switch c {
	case 'a', 'b', 't', 'n', 'v', 'f', 'r':
		for r := rune('\a'); r <= '\r'; r++ {
			if "abtnvfr"[r-'\a'] == c {
				value = r
			}
		}
	case '\\':
		value = '\\'
	case '\'', '"':
		if c != quote {
			return 0, false, "", ErrSyntax
		}
		value = rune(c)
	case 'x':
		width = 2
	case 'u':
		width = 4
	case 'U':
		width = 8
	case '0', '1', '2', '3', '4', '5', '6', '7':
		value = rune(c - '0')
		if len(s) < 2 {
			return 0, false, "", ErrSyntax
		}
		for i := 0; i < 2; i++ {
			if s[i] < '0' || s[i] > '7' {
				return 0, false, "", ErrSyntax
			}
			value = value<<3 | rune(s[i]-'0')
		}
		if value > 255 {
			return 0, false, "", ErrSyntax
		}
		s = s[2:]
	default:
		return 0, false, "", ErrSyntax
	}
	if width > 0 {
		v, ok := hexValue(s, width)
		if !ok || width > 2 && !utf8.ValidRune(v) {
			return 0, false, "", ErrSyntax
		}
		value, multibyte, s = v, width > 2, s[width:]
	}
	return value, multibyte, s, nil
}

// literal finds the end of the literal that in begins with and, if asked to,
// what it stands for; end is 0 if there is none.
func literal(in string, inside bool) (out string, end int) {
	if len(in) < 2 {
		return "", 0
	}
	quote := in[0]
	if quote == '`' {
		returns := 0
		for i := 1; i < len(in); i++ {
			if in[i] == '\r' {
				returns++
			}
			if in[i] != '`' {
				continue
			}
			if !inside {
				return "", i + 1
			}
			if returns == 0 {
				return in[1:i], i + 1
			}
			text := make([]byte, 0, i-1-returns)
			for k := 1; k < i; k++ {
				if in[k] != '\r' {
					text = append(text, in[k])
				}
			}
			return string(text), i + 1
		}
		return "", 0
	}
	if quote != '"' && quote != '\'' {
		return "", 0
	}
	// Most literals stand for their own bytes.
	plain := 1
	count := 0
	for plain < len(in) && in[plain] != quote && in[plain] != '\\' && in[plain] != '\n' {
		size := 1
		if in[plain] >= utf8.RuneSelf {
			_, size = utf8.DecodeRuneInString(in[plain:])
			if size == 1 {
				break
			}
		}
		plain += size
		count++
	}
	if plain < len(in) && in[plain] == quote && (quote == '"' || count <= 1) {
		if !inside {
			return "", plain + 1
		}
		return in[1:plain], plain + 1
	}
	var text []byte
	i := 1
	for i < len(in) && in[i] != quote {
		if in[i] == '\n' {
			return "", 0
		}
		r, multibyte, tail, err := UnquoteChar(in[i:], quote)
		if err != nil {
			return "", 0
		}
		i = len(in) - len(tail)
		if inside {
			if multibyte {
				text = utf8.AppendRune(text, r)
			} else {
				text = append(text, byte(r))
			}
		}
		if quote == '\'' {
			break
		}
	}
	if i >= len(in) || in[i] != quote {
		return "", 0
	}
	return string(text), i + 1
}

// QuotedPrefix returns the literal that s begins with.
func QuotedPrefix(s string) (string, error) {
	_, end := literal(s, false)
	if end == 0 {
		return "", ErrSyntax
	}
	return s[:end], nil
}

// Unquote returns what the literal s stands for.
func Unquote(s string) (string, error) {
	out, end := literal(s, true)
	if end == 0 || end != len(s) {
		return "", ErrSyntax
	}
	return out, nil
}
