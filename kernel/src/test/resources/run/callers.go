package main

import (
	"runtime"
	"strings"
)

// show prints who called it, from the skip-th frame on.
func show(what string, skip int) {
	var pcs [12]uintptr
	n := runtime.Callers(skip, pcs[:])
	frames := runtime.CallersFrames(pcs[:n])
	println(what, n)
	for more := n > 0; more; {
		var f runtime.Frame
		f, more = frames.Next()
		if strings.HasPrefix(f.Function, "runtime.") {
			println("   ", f.Function)
		} else {
			println("   ", f.Function, base(f.File), f.Line)
		}
		if f.Func != nil && (f.Func != runtime.FuncForPC(f.PC) || f.Func.Name() != f.Function || f.Entry > f.PC) {
			println("    not the same function")
		}
	}
	after, more := frames.Next()
	if after.PC != 0 || after.Func != nil || more {
		println("    more than all")
	}
}

func base(file string) string {
	if strings.HasSuffix(file, ".go") {
		return "here"
	}
	return file
}

type T struct{ x, y, z int }

func (t T) value()    { show("method", 0) }
func (t *T) pointer() { show("pointer method", 1) }

type I interface{ value() }

type E struct{ *T }

func generic[P any](p P) { show("generic", 1) }

var first = func() int { show("variable", 0); return 1 }()

func init() { show("init", 0) }

func try(what string, f func()) {
	defer func() {
		if recover() != nil {
			show(what, 1)
		}
	}()
	f()
}

func deferred() {
	defer show("deferred", 1)
	for i := range 2 {
		defer show("deferred in a loop", i)
	}
}

var (
	zero int
	none []int
	some any = 1
	nilT *T
	nilI I
)

func where(skip int) string {
	pc, file, line, ok := runtime.Caller(skip)
	if !ok {
		return "nowhere"
	}
	f := runtime.FuncForPC(pc)
	if at, l := f.FileLine(pc); at != file || l != line {
		return "two places"
	}
	if strings.HasPrefix(f.Name(), "runtime.") {
		return f.Name()
	}
	digits := ""
	for ; line > 0; line /= 10 {
		digits = string(rune('0'+line%10)) + digits
	}
	return f.Name() + " " + base(file) + ":" + digits
}

func walk() {
	for i := range 7 {
		println(i, where(i))
	}
	println(where(1000))
}

func main() {
	show("main", 0)
	func() { show("literal", 0) }()
	T{}.value()
	I(&T{}).value()
	I(E{&T{}}).value()
	(&T{}).pointer()
	E{&T{}}.pointer()
	bound := I(T{}).value
	bound()
	(*T).value(&T{})
	generic(1)
	generic("a")
	generic(T{})

	try("panic", func() { panic(1) })
	try("index", func() { _ = none[zero] })
	try("slice", func() { _ = none[zero+1 : zero] })
	try("text", func() { _ = "abc"[zero+5] })
	try("array", func() { _ = [2]int(none) })
	try("nil", func() { _ = nilT.z })
	try("nil method", func() { nilI.value() })
	try("division", func() { _ = 1 / zero })
	try("shift", func() { _ = 1 << (zero - 1) })
	try("panic in panic", func() {
		defer func() { panic(2) }()
		panic(1)
	})

	deferred()
	walk()
	done := make(chan bool)
	go func() {
		show("goroutine", 0)
		walk()
		done <- true
	}()
	<-done
	go func() {
		defer func() {
			show("goexit", 0)
			done <- true
		}()
		runtime.Goexit()
	}()
	<-done
	for i := range func(yield func(int) bool) { yield(1) } {
		show("iterator", i)
	}

//line made.y:7
	show("behind a line directive", 1)
	/*line other.y:100*/ show("behind another", 1); /*line :5*/ show("unnamed", 1)

//line last.y:1
	println(runtime.Callers(0, nil), runtime.FuncForPC(0) == nil, (*runtime.Func)(nil).Name() == "")
	frames := runtime.CallersFrames(nil)
	f, more := frames.Next()
	println(f.Function == "", f.Line, more)
	var one [1]uintptr
	println(runtime.Callers(1, one[:]), runtime.Callers(99, one[:]), runtime.Callers(-3, one[:]))
	main := runtime.FuncForPC(one[0])
	println(main.Name(), main.Entry() < one[0])
}
