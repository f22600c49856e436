// Package errors makes and takes apart errors.
package errors

type errorString struct {
	s string
}

func (e *errorString) Error() string { return e.s }

// New returns an error that prints as text. Two calls give different errors.
func New(text string) error {
	return &errorString{text}
}

// Unwrap returns what err's Unwrap method returns, or nil if it has none.
func Unwrap(err error) error {
	u, ok := err.(interface{ Unwrap() error })
	if !ok {
		return nil
	}
	return u.Unwrap()
}
