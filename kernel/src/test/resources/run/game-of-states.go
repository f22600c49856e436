package main

import "fmt"

type token struct {
	kind string
	text string
}

type stateFn func(*lexer) stateFn

type lexer struct {
	in         string
	start, pos int
	out        []token
}

func (l *lexer) emit(kind string) {
	if l.pos > l.start {
		l.out = append(l.out, token{kind, l.in[l.start:l.pos]})
	}
	l.start = l.pos
}

func (l *lexer) peek() byte {
	if l.pos >= len(l.in) {
		return 0
	}
	return l.in[l.pos]
}

func lexAny(l *lexer) stateFn {
	switch c := l.peek(); {
	case c == 0:
		return nil
	case c == ' ' || c == '\t':
		l.pos++
		l.start = l.pos
		return lexAny
	case c >= '0' && c <= '9':
		return lexNumber
	case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c == '_':
		return lexIdent
	case c == '"':
		return lexString
	default:
		l.pos++
		l.emit("op")
		return lexAny
	}
}

func lexNumber(l *lexer) stateFn {
	dot := false
	for {
		c := l.peek()
		if c == '.' && !dot {
			dot = true
		} else if c < '0' || c > '9' {
			break
		}
		l.pos++
	}
	if dot {
		l.emit("float")
	} else {
		l.emit("int")
	}
	return lexAny
}

func lexIdent(l *lexer) stateFn {
	for c := l.peek(); c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= '0' && c <= '9'; c = l.peek() {
		l.pos++
	}
	switch l.in[l.start:l.pos] {
	case "if", "for", "return":
		l.emit("keyword")
	default:
		l.emit("ident")
	}
	return lexAny
}

func lexString(l *lexer) stateFn {
	l.pos++
	for l.peek() != '"' {
		if l.peek() == 0 {
			l.emit("unterminated")
			return nil
		}
		if l.peek() == '\\' {
			l.pos++
		}
		l.pos++
	}
	l.pos++
	l.emit("string")
	return lexAny
}

func main() {
	for _, s := range []string{`x1 = 3.14 * (foo_bar + 42)`, `if s == "a\"b" return`, `"open`, ``} {
		l := &lexer{in: s}
		n := 0
		for f := stateFn(lexAny); f != nil; f = f(l) {
			n++
		}
		fmt.Println(n, len(l.out), l.out)
	}
}
