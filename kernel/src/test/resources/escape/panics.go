package main

type E struct{ s string }

func (e *E) Error() string { return e.s }
func a(s string)           { panic(s) }
func b(e error)            { panic(e) }
func c()                   { panic(&E{"x"}) }
func d() (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = r.(error)
		}
	}()
	a("q")
	return nil
}
func e(n int) int {
	if n < 0 {
		panic("negative")
	}
	return n
}

func main() {}
