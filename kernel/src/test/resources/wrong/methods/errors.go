package main

import (
	"errors"
	"fmt"
)

type MyErr struct{ code int }

func (e *MyErr) Error() string { return "x" }

type BadErr struct{}

func (BadErr) Error() int { return 1 }

func f() error { return MyErr{1} }
func g() error { return &MyErr{1} }
func h() error { return BadErr{} }
func k() error { return fmt.Sprintf("x") }
func l() (int, error) {
	if err := f(); err != nil {
		return err
	}
	return 0, errors.New(1)
}

func main() {
	err := f()
	err := g()
	if err != "x" {
	}
	if err {
	}
	s := "failed: " + err
	x, err := f()
	x = l()
	_ = err.code
	_ = err.Message()
	_ = s
}
