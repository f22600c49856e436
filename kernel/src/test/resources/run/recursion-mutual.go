package main

import "fmt"

type sexp interface{}
type sym string
type list []sexp
type env struct {
	vars map[sym]sexp
	up   *env
}
type fn func(args list) sexp

func (e *env) find(s sym) sexp {
	for ; e != nil; e = e.up {
		if v, ok := e.vars[s]; ok {
			return v
		}
	}
	panic("unbound " + string(s))
}

func eval(x sexp, e *env) sexp {
	switch x := x.(type) {
	case int, bool:
		return x
	case sym:
		return e.find(x)
	case list:
		switch x[0] {
		case sym("if"):
			if eval(x[1], e).(bool) {
				return eval(x[2], e)
			}
			return eval(x[3], e)
		case sym("def"):
			e.vars[x[1].(sym)] = eval(x[2], e)
			return nil
		case sym("fn"):
			params, body := x[1].(list), x[2]
			return fn(func(args list) sexp {
				in := &env{map[sym]sexp{}, e}
				for i, p := range params {
					in.vars[p.(sym)] = args[i]
				}
				return eval(body, in)
			})
		}
		f := eval(x[0], e).(fn)
		var args list
		for _, a := range x[1:] {
			args = append(args, eval(a, e))
		}
		return f(args)
	}
	panic(fmt.Sprintf("bad %T", x))
}

func parse(s string, i int) (sexp, int) {
	for s[i] == ' ' {
		i++
	}
	if s[i] == '(' {
		l := list{}
		i++
		for {
			for s[i] == ' ' {
				i++
			}
			if s[i] == ')' {
				return l, i + 1
			}
			var x sexp
			x, i = parse(s, i)
			l = append(l, x)
		}
	}
	j := i
	for j < len(s) && s[j] != ' ' && s[j] != ')' && s[j] != '(' {
		j++
	}
	n, num := 0, true
	for _, c := range s[i:j] {
		if c < '0' || c > '9' {
			num = false
			break
		}
		n = n*10 + int(c-'0')
	}
	if num {
		return n, j
	}
	return sym(s[i:j]), j
}

func main() {
	top := &env{vars: map[sym]sexp{
		"+": fn(func(a list) sexp {
			s := 0
			for _, x := range a {
				s += x.(int)
			}
			return s
		}),
		"-": fn(func(a list) sexp { return a[0].(int) - a[1].(int) }),
		"*": fn(func(a list) sexp { return a[0].(int) * a[1].(int) }),
		"<": fn(func(a list) sexp { return a[0].(int) < a[1].(int) }),
	}}
	for _, s := range []string{
		"(+ 1 2 3)",
		"(def fact (fn (n) (if (< n 2) 1 (* n (fact (- n 1))))))",
		"(fact 10)",
		"(def fib (fn (n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2))))))",
		"(fib 15)",
		"(def add (fn (a) (fn (b) (+ a b))))",
		"((add 3) 4)",
		"(nope)",
		"(1 2)",
	} {
		func() {
			defer func() {
				if r := recover(); r != nil {
					fmt.Println("error:", r)
				}
			}()
			x, _ := parse(s, 0)
			fmt.Println(eval(x, top))
		}()
	}
}
