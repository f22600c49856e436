// Package os has the program's arguments, its standard streams and its end. There
// are no files and no processes, and the environment is empty at first.
package os

import (
	"errors"
	"internal/rt"
	"io"
	"unsafe"
)

// Args are the program's name and arguments; there are none.
var Args = []string{"main"}

// What goes wrong with files.
var (
	ErrInvalid          = rt.StaticError("invalid argument", errors.ErrUnsupported)
	ErrPermission       = rt.StaticError("permission denied", errors.ErrUnsupported)
	ErrExist            = rt.StaticError("file already exists", errors.ErrUnsupported)
	ErrNotExist         = rt.StaticError("file does not exist", errors.ErrUnsupported)
	ErrClosed           = rt.StaticError("file already closed", errors.ErrUnsupported)
	ErrNoDeadline error = noDeadline{}
	ErrProcessDone      = rt.StaticError("os: process already finished", errors.ErrUnsupported)
)

type noDeadline struct{}

func (noDeadline) Error() string { return "file type does not support deadline" }

// A File is one of the standard streams.
type File struct {
	*file
}

type file struct {
	fd     int
	name   string
	closed bool
}

// The standard streams.
var (
	Stdin  = &File{&file{fd: 0, name: "/dev/stdin"}}
	Stdout = &File{&file{fd: 1, name: "/dev/stdout"}}
	Stderr = &File{&file{fd: 2, name: "/dev/stderr"}}
)

// failed is an error of an operation on a stream.
type failed struct {
	op, name string
	err      error
}

func (e *failed) Error() string { return e.op + " " + e.name + ": " + e.err.Error() }

func (e *failed) Unwrap() error { return e.err }

var errDescriptor = rt.StaticError("bad file descriptor", errors.ErrUnsupported)

func (f *File) check(op string) error {
	switch {
	case f == nil:
		return ErrInvalid
	case f.closed:
		return &failed{op, f.name, ErrClosed}
	}
	return nil
}

func (f *File) Name() string { return f.name }

func (f *File) Fd() uintptr {
	if f == nil {
		return ^uintptr(0)
	}
	return uintptr(f.fd)
}

func (f *File) Close() error {
	if err := f.check("close"); err != nil {
		return err
	}
	f.closed = true
	return nil
}

func (f *File) Sync() error { return f.check("sync") }

func (f *File) Write(b []byte) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	if f.fd == 0 {
		return 0, &failed{"write", f.name, errDescriptor}
	}
	rt.Write(f.fd, b)
	return len(b), nil
}

func (f *File) WriteString(s string) (n int, err error) {
	return f.Write(unsafe.Slice(unsafe.StringData(s), len(s)))
}

func (f *File) Read(b []byte) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	if f.fd != 0 {
		return 0, &failed{"read", f.name, errDescriptor}
	}
	if len(b) == 0 {
		return 0, nil
	}
	n = rt.Read(b)
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

// Exit ends the program at once; no deferred calls are run.
func Exit(code int) { rt.Exit(code) }

// environment has name and value in turn.
var environment []string

func find(key string) int {
	for i := 0; i < len(environment); i += 2 {
		if environment[i] == key {
			return i
		}
	}
	return -1
}

func LookupEnv(key string) (string, bool) {
	if i := find(key); i >= 0 {
		return environment[i+1], true
	}
	return "", false
}

func Getenv(key string) string {
	v, _ := LookupEnv(key)
	return v
}

func Setenv(key, value string) error {
	if key == "" {
		return &SyscallError{"setenv", errArgument}
	}
	for i := 0; i < len(key); i++ {
		if key[i] == '=' || key[i] == 0 {
			return &SyscallError{"setenv", errArgument}
		}
	}
	if i := find(key); i >= 0 {
		environment[i+1] = value
	} else {
		environment = append(environment, key, value)
	}
	return nil
}

func Unsetenv(key string) error {
	if i := find(key); i >= 0 {
		environment = append(environment[:i], environment[i+2:]...)
	}
	return nil
}

func Clearenv() { environment = nil }

func Environ() []string {
	all := make([]string, 0, len(environment)/2)
	for i := 0; i < len(environment); i += 2 {
		all = append(all, environment[i]+"="+environment[i+1])
	}
	return all
}

var errArgument = rt.StaticError("invalid argument", errors.ErrUnsupported)

// A SyscallError is what the system said.
type SyscallError struct {
	Syscall string
	Err     error
}

func (e *SyscallError) Error() string { return e.Syscall + ": " + e.Err.Error() }

func (e *SyscallError) Unwrap() error { return e.Err }

// Timeout reports whether it was one.
func (e *SyscallError) Timeout() bool {
	t, ok := e.Err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}

// NewSyscallError is nil if err is.
func NewSyscallError(syscall string, err error) error {
	if err == nil {
		return nil
	}
	return &SyscallError{syscall, err}
}

func letter(c byte) bool {
	return c == '_' || 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9'
}

func special(c byte) bool {
	switch c {
	case '*', '#', '$', '@', '!', '?', '-':
		return true
	}
	return '0' <= c && c <= '9'
}

// variable reads the name behind a $ and tells how many bytes it takes.
func variable(s string) (string, int) {
	if s[0] == '{' {
		if len(s) > 2 && special(s[1]) && s[2] == '}' {
			return s[1:2], 3
		}
		for i := 1; i < len(s); i++ {
			if s[i] == '}' {
				if i == 1 {
					return "", 2
				}
				return s[1:i], i + 1
			}
		}
		return "", 1
	}
	if special(s[0]) {
		return s[:1], 1
	}
	n := 0
	for n < len(s) && letter(s[n]) {
		n++
	}
	return s[:n], n
}

// Expand replaces ${name} and $name by what mapping says.
func Expand(s string, mapping func(string) string) string {
	var out []byte
	last := 0
	for i := 0; i+1 < len(s); i++ {
		if s[i] != '$' {
			continue
		}
		out = append(out, s[last:i]...)
		name, n := variable(s[i+1:])
		switch {
		case name != "":
			out = append(out, mapping(name)...)
		case n == 0:
			out = append(out, '$')
		}
		i += n
		last = i + 1
	}
	if out == nil {
		return s
	}
	return string(append(out, s[last:]...))
}

// ExpandEnv replaces names by the environment's values.
func ExpandEnv(s string) string { return Expand(s, Getenv) }
