package main

import "fmt"

type expr interface{ eval() float64 }
type num float64
type bin struct {
	op   byte
	l, r expr
}
type neg struct{ e expr }
type call struct {
	f    string
	args []expr
}

func (n num) eval() float64 { return float64(n) }
func (n neg) eval() float64 { return -n.e.eval() }
func (b *bin) eval() float64 {
	l, r := b.l.eval(), b.r.eval()
	switch b.op {
	case '+':
		return l + r
	case '-':
		return l - r
	case '*':
		return l * r
	case '/':
		return l / r
	}
	panic("bad op " + string(b.op))
}
func (c call) eval() float64 {
	switch c.f {
	case "max":
		m := c.args[0].eval()
		for _, a := range c.args[1:] {
			if v := a.eval(); v > m {
				m = v
			}
		}
		return m
	case "sum", "add":
		s := 0.0
		for _, a := range c.args {
			s += a.eval()
		}
		return s
	default:
		panic(fmt.Sprintf("unknown %s", c.f))
	}
}

func show(e expr) string {
	switch e := e.(type) {
	case num:
		return fmt.Sprint(float64(e))
	case *bin:
		return "(" + show(e.l) + string(e.op) + show(e.r) + ")"
	case neg:
		return "-" + show(e.e)
	case call:
		s := e.f + "("
		for i, a := range e.args {
			if i > 0 {
				s += ","
			}
			s += show(a)
		}
		return s + ")"
	}
	return "?"
}

type parser struct {
	s string
	i int
}

func (p *parser) peek() byte {
	for p.i < len(p.s) && p.s[p.i] == ' ' {
		p.i++
	}
	if p.i == len(p.s) {
		return 0
	}
	return p.s[p.i]
}

func (p *parser) expr() expr {
	l := p.term()
	for c := p.peek(); c == '+' || c == '-'; c = p.peek() {
		p.i++
		l = &bin{c, l, p.term()}
	}
	return l
}

func (p *parser) term() expr {
	l := p.factor()
	for c := p.peek(); c == '*' || c == '/'; c = p.peek() {
		p.i++
		l = &bin{c, l, p.factor()}
	}
	return l
}

func (p *parser) factor() expr {
	switch c := p.peek(); {
	case c == '-':
		p.i++
		return neg{p.factor()}
	case c == '(':
		p.i++
		e := p.expr()
		p.peek()
		p.i++
		return e
	case c >= 'a' && c <= 'z':
		start := p.i
		for p.i < len(p.s) && p.s[p.i] >= 'a' && p.s[p.i] <= 'z' {
			p.i++
		}
		name := p.s[start:p.i]
		p.i++
		var args []expr
		for p.peek() != ')' {
			args = append(args, p.expr())
			if p.peek() == ',' {
				p.i++
			}
		}
		p.i++
		return call{name, args}
	default:
		n := 0.0
		for p.i < len(p.s) && p.s[p.i] >= '0' && p.s[p.i] <= '9' {
			n = n*10 + float64(p.s[p.i]-'0')
			p.i++
		}
		return num(n)
	}
}

func main() {
	for _, s := range []string{"1+2*3", "-(4-6)*max(1, 2+3, 4)/2", "sum(1,2,3,4)*sum()", "7/2-1", "nope(1)"} {
		func() {
			defer func() {
				if r := recover(); r != nil {
					fmt.Println("panic:", r)
				}
			}()
			e := (&parser{s: s}).expr()
			fmt.Println(show(e), "=", e.eval())
		}()
	}
	for _, v := range []interface{}{int8(1), uint(2), "3", 4.0, float32(5), nil, error(nil), []byte("x"), [2]int{}, struct{}{}, func() {}, new(int), num(1), expr(num(2))} {
		switch x := v.(type) {
		case int, int8, int16:
			fmt.Printf("signed %v;", x)
		case uint, uint8:
			fmt.Printf("unsigned %v;", x)
		case float32, float64:
			fmt.Printf("float %v;", x)
		case expr:
			fmt.Printf("expr %v;", x.eval())
		case nil:
			fmt.Print("nil;")
		case fmt.Stringer, error:
			fmt.Print("stringer;")
		case []byte:
			fmt.Print(len(x), ";")
		case func():
			fmt.Print(x != nil, ";")
		default:
			fmt.Printf("%T;", x)
		}
	}
	fmt.Println()
}
