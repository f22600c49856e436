// Package errors on trees of errors that wrap one another.
package main

import (
	"errors"
	"fmt"
	"io"
)

const seed = 1
const rounds = 1

var state uint64 = 0x9E3779B97F4A7C15 ^ seed*0x100000001B3

func rnd(n int) int {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return int(state>>33) % n
}

type code int

func (c code) Error() string { return fmt.Sprint("code ", int(c)) }

type list []int // cannot be compared

func (l list) Error() string { return "list" }

type ptr struct{ s string }

func (p *ptr) Error() string { return p.s }

type sly struct{ n int }

func (s sly) Error() string { return "sly" }

func (s sly) Is(target error) bool { return target == io.EOF && s.n == 1 }

func (s sly) As(target any) bool {
	if c, ok := target.(*code); ok && s.n == 2 {
		*c = 77
		return true
	}
	return false
}

type temporary interface{ Temporary() bool }

type temp struct{}

func (temp) Error() string   { return "temp" }
func (temp) Temporary() bool { return true }

type bare struct{ err error }

func (bare) Error() string   { return "bare" }
func (b bare) Unwrap() error { return b.err }

var fixed = []error{io.EOF, errors.New("x"), code(1), code(2), list{1}, &ptr{"p"}, sly{1}, sly{2}, temp{}, nil, errors.ErrUnsupported}

func tree(depth int) error {
	if depth == 0 || rnd(4) == 0 {
		return fixed[rnd(len(fixed))]
	}
	switch rnd(4) {
	case 0:
		return fmt.Errorf("w(%w)", tree(depth-1))
	case 1:
		return errors.Join(tree(depth-1), tree(depth-1))
	case 2:
		return bare{tree(depth - 1)}
	}
	return fmt.Errorf("%w|%w", tree(depth-1), tree(depth-1))
}

func main() {
	for i := 0; i < 150*rounds; i++ {
		err := tree(4)
		fmt.Printf("%v\n", err)
		for _, f := range fixed {
			fmt.Print(errors.Is(err, f), " ")
		}
		var c code
		var p *ptr
		var t temporary
		var l list
		var s sly
		var e error
		fmt.Println(errors.As(err, &c), c, errors.As(err, &p), p != nil, errors.As(err, &t), t, errors.As(err, &l), l, errors.As(err, &s), s, errors.As(err, &e), e)
		fmt.Println(errors.Unwrap(err))
	}
	for _, target := range []any{nil, 1, new(int), (*code)(nil), "x", struct{}{}} {
		func() {
			defer func() { fmt.Println(recover()) }()
			fmt.Println(errors.As(io.EOF, target))
		}()
	}
	fmt.Println(errors.Join() == nil, errors.Join(nil, nil) == nil, errors.New("a") == errors.New("a"), errors.ErrUnsupported)
}
