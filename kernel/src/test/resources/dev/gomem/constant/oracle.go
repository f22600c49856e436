// Evaluates constant operations read from standard input with go/constant, one a line: each line
// makes the next value from literals or earlier values (by number) and prints all that is to be
// known of it, in one line.
package main

import (
	"bufio"
	"fmt"
	"go/constant"
	"go/token"
	"math"
	"os"
	"strconv"
	"strings"
)

var literals = map[string]token.Token{
	"int": token.INT, "float": token.FLOAT, "imag": token.IMAG, "rune": token.CHAR, "string": token.STRING,
}

var operators = map[string]token.Token{
	"+": token.ADD, "-": token.SUB, "*": token.MUL, "/": token.QUO, "div": token.QUO_ASSIGN, "%": token.REM,
	"&": token.AND, "|": token.OR, "^": token.XOR, "&^": token.AND_NOT, "<<": token.SHL, ">>": token.SHR,
	"==": token.EQL, "!=": token.NEQ, "<": token.LSS, "<=": token.LEQ, ">": token.GTR, ">=": token.GEQ,
	"&&": token.LAND, "||": token.LOR, "!": token.NOT,
}

func main() {
	var values []constant.Value
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 1<<20)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for in.Scan() {
		what, rest, _ := strings.Cut(in.Text(), " ")
		if tok, ok := literals[what]; ok {
			values = append(values, constant.MakeFromLiteral(rest, tok, 0))
		} else {
			f := strings.Fields(rest)
			arg := func(i int) constant.Value { return values[num(f[i])] }
			var v constant.Value
			switch what {
			case "unary":
				v = constant.UnaryOp(operators[f[0]], arg(1), uint(num(f[2])))
			case "binary":
				v = constant.BinaryOp(arg(1), operators[f[0]], arg(2))
			case "shift":
				v = constant.Shift(arg(1), operators[f[0]], uint(num(f[2])))
			case "compare":
				v = constant.MakeBool(constant.Compare(arg(1), operators[f[0]], arg(2)))
			case "toint":
				v = constant.ToInt(arg(0))
			case "tofloat":
				v = constant.ToFloat(arg(0))
			case "tocomplex":
				v = constant.ToComplex(arg(0))
			case "real":
				v = constant.Real(arg(0))
			case "imagof":
				v = constant.Imag(arg(0))
			case "round64":
				x, _ := constant.Float64Val(arg(0))
				v = constant.MakeFloat64(x)
			default:
				panic(what)
			}
			values = append(values, v)
		}
		v := values[len(values)-1]
		fmt.Fprintf(out, "%d %s %s", v.Kind(), v, v.ExactString())
		switch v.Kind() {
		case constant.Int, constant.Float:
			d, _ := constant.Float64Val(v)
			s, _ := constant.Float32Val(v)
			fmt.Fprintf(out, " %x %x %d", math.Float64bits(d), math.Float32bits(s), constant.Sign(v))
		}
		if v.Kind() == constant.Int {
			i, iok := constant.Int64Val(v)
			u, uok := constant.Uint64Val(v)
			if !iok {
				i = 0
			}
			if !uok {
				u = 0
			}
			fmt.Fprintf(out, " %d %d %d", constant.BitLen(v), i, u)
		}
		fmt.Fprintln(out)
	}
}

func num(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		panic(err)
	}
	return n
}
