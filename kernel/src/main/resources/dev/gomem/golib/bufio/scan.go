package bufio

import (
	"bytes"
	"errors"
	"internal/rt"
	"io"
	"unicode"
	"unicode/utf8"
)

var (
	ErrTooLong         = rt.StaticError("bufio.Scanner: token too long", errors.ErrUnsupported)
	ErrNegativeAdvance = rt.StaticError("bufio.Scanner: SplitFunc returns negative advance count", errors.ErrUnsupported)
	ErrAdvanceTooFar   = rt.StaticError("bufio.Scanner: SplitFunc returns advance count beyond input", errors.ErrUnsupported)
	ErrBadReadCount    = rt.StaticError("bufio.Scanner: Read returned impossible count", errors.ErrUnsupported)
	ErrFinalToken      = rt.StaticError("final token", errors.ErrUnsupported)
)

// MaxScanTokenSize is how long a token can be unless Buffer says otherwise.
const MaxScanTokenSize = 64 * 1024

const firstSize = 4096

// A SplitFunc finds the next token in data: how far to go on and the token. It
// gives nothing to be asked again with more data.
type SplitFunc func(data []byte, atEOF bool) (advance int, token []byte, err error)

// A Scanner reads tokens.
type Scanner struct {
	r            io.Reader
	split        SplitFunc
	maxTokenSize int
	token        []byte
	buf          []byte // what is not scanned yet is buf[start:end]
	start        int
	end          int
	err          error
	empties      int // tokens in a row that did not go on
	scanCalled   bool
	done         bool
}

// NewScanner reads lines, unless Split says otherwise.
func NewScanner(r io.Reader) *Scanner {
	return &Scanner{r: r, split: ScanLines, maxTokenSize: MaxScanTokenSize}
}

// Err is what went wrong; the end of the input is nothing wrong.
func (s *Scanner) Err() error {
	if s.err == io.EOF {
		return nil
	}
	return s.err
}

// Bytes are the token, until the next Scan.
func (s *Scanner) Bytes() []byte { return s.token }

// Text is the token.
func (s *Scanner) Text() string { return string(s.token) }

func (s *Scanner) fail(err error) {
	if s.err == nil || s.err == io.EOF {
		s.err = err
	}
}

// Scan reads the next token; false if there is none.
func (s *Scanner) Scan() bool {
	if s.done {
		return false
	}
	s.scanCalled = true
	for {
		if s.end > s.start || s.err != nil {
			found, over := s.next()
			if over {
				return found
			}
		}
		if s.err != nil {
			s.start, s.end = 0, 0
			return false
		}
		if s.start > 0 && (s.end == len(s.buf) || s.start > len(s.buf)/2) {
			copy(s.buf, s.buf[s.start:s.end])
			s.end -= s.start
			s.start = 0
		}
		if s.end == len(s.buf) {
			if len(s.buf) >= s.maxTokenSize || len(s.buf) > (1<<63-1)/2 {
				s.fail(ErrTooLong)
				return false
			}
			size := len(s.buf) * 2
			if size == 0 {
				size = firstSize
			}
			larger := make([]byte, min(size, s.maxTokenSize))
			copy(larger, s.buf[s.start:s.end])
			s.buf = larger
			s.end -= s.start
			s.start = 0
		}
		s.fill()
	}
}

// next asks for a token in what has been read. Over: Scan is to return found.
func (s *Scanner) next() (found, over bool) {
	advance, token, err := s.split(s.buf[s.start:s.end], s.err != nil)
	if err == ErrFinalToken {
		s.token = token
		s.done = true
		return token != nil, true
	}
	if err == nil {
		switch {
		case advance < 0:
			err = ErrNegativeAdvance
		case advance > s.end-s.start:
			err = ErrAdvanceTooFar
		}
	}
	if err != nil {
		s.fail(err)
		return false, true
	}
	s.start += advance
	s.token = token
	if token == nil {
		return false, false
	}
	if s.err == nil || advance > 0 {
		s.empties = 0
	} else {
		s.empties++
		if s.empties > patience {
			panic("bufio.Scan: too many empty tokens without progressing")
		}
	}
	return true, true
}

// fill reads once, more often if nothing comes.
func (s *Scanner) fill() {
	for tries := 0; ; {
		n, err := s.r.Read(s.buf[s.end:])
		if n < 0 || n > len(s.buf)-s.end {
			s.fail(ErrBadReadCount)
			return
		}
		s.end += n
		if err != nil {
			s.fail(err)
			return
		}
		if n > 0 {
			s.empties = 0
			return
		}
		tries++
		if tries > patience {
			s.fail(io.ErrNoProgress)
			return
		}
	}
}

// Buffer gives the first buffer, and the size that no token may exceed.
func (s *Scanner) Buffer(buf []byte, max int) {
	if s.scanCalled {
		panic("Buffer called after Scan")
	}
	s.buf = buf[:cap(buf)]
	s.maxTokenSize = max
}

// Split says how tokens are found.
func (s *Scanner) Split(split SplitFunc) {
	if s.scanCalled {
		panic("Split called after Scan")
	}
	s.split = split
}

// ScanBytes finds single bytes.
func ScanBytes(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if len(data) == 0 {
		return 0, nil, nil
	}
	return 1, data[:1], nil
}

var wrong = []byte(string(utf8.RuneError))

// ScanRunes finds runes; a wrong byte is U+FFFD.
func ScanRunes(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if len(data) == 0 {
		return 0, nil, nil
	}
	_, size := utf8.DecodeRune(data)
	switch {
	case size > 1 || data[0] < utf8.RuneSelf:
		return size, data[:size], nil
	case !atEOF && !utf8.FullRune(data):
		return 0, nil, nil
	}
	return 1, wrong, nil
}

// ScanLines finds lines, without their ends.
func ScanLines(data []byte, atEOF bool) (advance int, token []byte, err error) {
	line := data
	if i := bytes.IndexByte(data, '\n'); i >= 0 {
		advance, line = i+1, data[:i]
	} else if !atEOF || len(data) == 0 {
		return 0, nil, nil
	} else {
		advance = len(data)
	}
	if n := len(line); n > 0 && line[n-1] == '\r' {
		line = line[:n-1]
	}
	return advance, line, nil
}

// ScanWords finds what stands between spaces.
func ScanWords(data []byte, atEOF bool) (advance int, token []byte, err error) {
	start := 0
	for start < len(data) {
		r, size := utf8.DecodeRune(data[start:])
		if !unicode.IsSpace(r) {
			break
		}
		start += size
	}
	for i := start; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if unicode.IsSpace(r) {
			return i + size, data[start:i], nil
		}
		i += size
	}
	if atEOF && len(data) > start {
		return len(data), data[start:], nil
	}
	return start, nil, nil
}
