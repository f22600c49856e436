// Package errors makes errors, wraps them and takes them apart.
package errors

import "internal/rt"

type errorString struct {
	s string
}

func (e *errorString) Error() string { return e.s }

// New returns an error that prints as text. Two calls give different errors.
func New(text string) error {
	return &errorString{text}
}

// ErrUnsupported says that what was asked for cannot be done here.
var ErrUnsupported = rt.StaticError("unsupported operation", &errorString{})

// Unwrap returns what err's Unwrap method returns, or nil if it has none.
func Unwrap(err error) error {
	u, ok := err.(interface{ Unwrap() error })
	if !ok {
		return nil
	}
	return u.Unwrap()
}

type joinError struct {
	errs []error
}

func (e *joinError) Error() string {
	if len(e.errs) == 1 {
		return e.errs[0].Error()
	}
	var text []byte
	for i, err := range e.errs {
		if i > 0 {
			text = append(text, '\n')
		}
		text = append(text, err.Error()...)
	}
	return string(text)
}

func (e *joinError) Unwrap() []error { return e.errs }

// Join wraps those of errs that are not nil; it returns nil if all are.
func Join(errs ...error) error {
	count := 0
	for _, err := range errs {
		if err != nil {
			count++
		}
	}
	if count == 0 {
		return nil
	}
	joined := &joinError{errs: make([]error, 0, count)}
	for _, err := range errs {
		if err != nil {
			joined.errs = append(joined.errs, err)
		}
	}
	return joined
}

// Is reports whether err or an error that it wraps is target, or says with a
// method Is that it counts as target.
func Is(err, target error) bool {
	if err == nil || target == nil {
		return err == target
	}
	return is(err, target, rt.Comparable(target))
}

func is(err, target error, comparable bool) bool {
	for {
		if comparable && err == target {
			return true
		}
		if asked, ok := err.(interface{ Is(error) bool }); ok && asked.Is(target) {
			return true
		}
		switch wrapper := err.(type) {
		case interface{ Unwrap() error }:
			err = wrapper.Unwrap()
			if err == nil {
				return false
			}
		case interface{ Unwrap() []error }:
			for _, inner := range wrapper.Unwrap() {
				if is(inner, target, comparable) {
					return true
				}
			}
			return false
		default:
			return false
		}
	}
}

// As finds the first error in err's tree that can be assigned to what target
// points to, and assigns it.
func As(err error, target any) bool {
	if err == nil {
		return false
	}
	switch rt.AsTarget(target) {
	case 1:
		panic("errors: target cannot be nil")
	case 2:
		panic("errors: target must be a non-nil pointer")
	case 3:
		panic("errors: *target must be interface or implement error")
	}
	return as(err, target)
}

func as(err error, target any) bool {
	for {
		if rt.Assign(target, err) {
			return true
		}
		if asked, ok := err.(interface{ As(any) bool }); ok && asked.As(target) {
			return true
		}
		switch wrapper := err.(type) {
		case interface{ Unwrap() error }:
			err = wrapper.Unwrap()
			if err == nil {
				return false
			}
		case interface{ Unwrap() []error }:
			for _, inner := range wrapper.Unwrap() {
				if inner != nil && as(inner, target) {
					return true
				}
			}
			return false
		default:
			return false
		}
	}
}

// AsType finds the first error in err's tree that has type E.
func AsType[E error](err error) (E, bool) {
	var zero E
	if err == nil {
		return zero, false
	}
	var found *E // only if an error wants to be asked
	return asType(err, &found)
}

func asType[E error](err error, found **E) (E, bool) {
	for {
		if e, ok := err.(E); ok {
			return e, true
		}
		if asked, ok := err.(interface{ As(any) bool }); ok {
			if *found == nil {
				*found = new(E)
			}
			if asked.As(*found) {
				return **found, true
			}
		}
		var zero E
		switch wrapper := err.(type) {
		case interface{ Unwrap() error }:
			err = wrapper.Unwrap()
			if err == nil {
				return zero, false
			}
		case interface{ Unwrap() []error }:
			for _, inner := range wrapper.Unwrap() {
				if inner == nil {
					continue
				}
				if e, ok := asType(inner, found); ok {
					return e, true
				}
			}
			return zero, false
		default:
			return zero, false
		}
	}
}
