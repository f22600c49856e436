// Iterators that call the body when they must not, and panics that cross loops.
package main

import "fmt"

func try(name string, f func()) {
	defer func() {
		r := recover()
		if e, ok := r.(error); ok {
			fmt.Println(name, "error:", e)
			return
		}
		fmt.Println(name, "ended with", r)
	}()
	f()
}

func deaf(yield func(int) bool) {
	for i := 0; i < 3; i++ {
		yield(i)
	}
}

var kept func(int) bool

func keeping(yield func(int) bool) {
	kept = yield
	yield(1)
}

func swallowing(yield func(int) bool) {
	for i := 0; i < 2; i++ {
		func() {
			defer func() { fmt.Println("  swallowed", recover()) }()
			yield(i)
		}()
	}
}

func swallowOnce(yield func(int) bool) {
	defer func() { fmt.Println("  swallowed", recover()) }()
	yield(1)
}

func failing(yield func(int) bool) {
	yield(1)
	panic("iterator")
}

func cleaning(yield func(int) bool) {
	defer fmt.Println("  cleaned")
	yield(1)
}

func nested() (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("nested: %v", r)
		}
	}()
	for x := range cleaning {
		for y := range cleaning {
			panic(x + y)
		}
	}
	return nil
}

func early() int {
	for x := range deaf {
		for y := range deaf {
			return x + y
		}
	}
	return -1
}

func main() {
	try("break", func() {
		for x := range deaf {
			fmt.Println("  body", x)
			break
		}
	})
	try("return", func() { fmt.Println(early()) })
	try("continue outer", func() {
	outer:
		for x := range deaf {
			for range deaf {
				fmt.Println("  body", x)
				continue outer
			}
		}
	})
	try("exhausted", func() {
		for x := range keeping {
			fmt.Println("  body", x)
		}
		kept(2)
	})
	try("done", func() {
		for range keeping {
			break
		}
		kept(2)
	})
	try("body panics", func() {
		for x := range swallowing {
			panic(x)
		}
	})
	try("lost panic", func() {
		for x := range swallowOnce {
			panic(x)
		}
	})
	try("iterator panics", func() {
		for x := range failing {
			fmt.Println("  body", x)
		}
	})
	try("re-entered", func() {
		for x := range keeping {
			if x == 1 {
				kept(2)
			}
		}
	})
	try("nil", func() {
		var f func(func() bool)
		for range f {
			fmt.Println("never")
		}
	})
	fmt.Println(nested())
	try("recover in a body", func() {
		defer func() {
			for range cleaning {
				fmt.Println("  recover gives", recover())
			}
		}()
		panic("kept")
	})
	try("panic while deferring", func() {
		for x := range deaf {
			defer fmt.Println("  deferred", x)
			if x == 1 {
				panic("second")
			}
		}
	})
	func() {
		for range func(yield func() bool) {
			defer fmt.Println("iterator's own")
			yield()
		} {
			defer fmt.Println("body's")
		}
		fmt.Println("after")
	}()
}
