package main

import "fmt"

func sum(xs ...int) (t int) {
	for _, x := range xs {
		t += x
	}
	return
}

func change(xs ...string) {
	if len(xs) > 0 {
		xs[0] = "changed"
	}
}

func mixed(n int, rest ...interface{}) string {
	s := fmt.Sprint(n, len(rest), rest == nil)
	for _, r := range rest {
		s += fmt.Sprintf(" %T", r)
	}
	return s
}

type logger struct{ lines []string }

func (l *logger) logf(format string, args ...interface{}) *logger {
	l.lines = append(l.lines, fmt.Sprintf(format, args...))
	return l
}

func two() (int, int)             { return 3, 4 }
func apply(f func(...int) int) int { return f(1, 2, 3) }

func main() {
	fmt.Println(sum(), sum(1), sum(1, 2, 3), sum([]int{4, 5}...), sum(nil...), sum(two()))
	s := []string{"a", "b"}
	change(s...)
	fmt.Println(s)
	t := "x"
	change(t, "y")
	fmt.Println(t)
	fmt.Println(mixed(1), mixed(2, nil), mixed(3, 1, "s", nil, 2.5, []int{}))
	args := []interface{}{1, "two"}
	fmt.Println(mixed(4, args...), mixed(5, args), mixed(6, []interface{}{}...))
	var l logger
	l.logf("%d-%s", 1, "a").logf("plain").logf("%v", args)
	fmt.Println(l.lines, len(l.lines))
	fmt.Println(apply(sum), apply(func(xs ...int) int { return len(xs) }))
	f := fmt.Sprint
	fmt.Println(f("via", " ", "value"), f())
	lines := []interface{}{"x", 1}
	fmt.Println(append(lines, args...)...)
	g := l.logf
	g("%s", "method value")
	fmt.Println(l.lines[3])
}
