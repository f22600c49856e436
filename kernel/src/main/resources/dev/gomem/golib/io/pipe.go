package io

// A pipe hands what is written to who reads; nothing is kept in between.
type pipe struct {
	writing chan struct{} // full while somebody writes
	data    chan []byte
	taken   chan int // how much of the data was read
	done    chan struct{}
	closed  bool
	rerr    error // with which the reader closed it
	werr    error // with which the writer closed it
}

func (p *pipe) close() {
	if !p.closed {
		p.closed = true
		close(p.done)
	}
}

// A PipeReader is a pipe's end to read from.
type PipeReader struct{ pipe }

// A PipeWriter is a pipe's end to write to.
type PipeWriter struct{ r PipeReader }

// Pipe makes a pipe: a write waits until all has been read.
func Pipe() (*PipeReader, *PipeWriter) {
	w := &PipeWriter{PipeReader{pipe{
		writing: make(chan struct{}, 1),
		data:    make(chan []byte),
		taken:   make(chan int),
		done:    make(chan struct{}),
	}}}
	return &w.r, w
}

func (r *PipeReader) fault() error {
	if r.rerr == nil && r.werr != nil {
		return r.werr
	}
	return ErrClosedPipe
}

func (r *PipeReader) Read(data []byte) (n int, err error) {
	if r.closed {
		return 0, r.fault()
	}
	select {
	case from := <-r.data:
		n = copy(data, from)
		r.taken <- n
		return n, nil
	case <-r.done:
		return 0, r.fault()
	}
}

// Close makes writers fail.
func (r *PipeReader) Close() error { return r.CloseWithError(nil) }

// CloseWithError makes writers fail with err.
func (r *PipeReader) CloseWithError(err error) error {
	if err == nil {
		err = ErrClosedPipe
	}
	if r.rerr == nil {
		r.rerr = err
	}
	r.close()
	return nil
}

func (w *PipeWriter) fault() error {
	if w.r.werr == nil && w.r.rerr != nil {
		return w.r.rerr
	}
	return ErrClosedPipe
}

func (w *PipeWriter) Write(data []byte) (n int, err error) {
	if w.r.closed {
		return 0, w.fault()
	}
	w.r.writing <- struct{}{}
	defer func() { <-w.r.writing }()
	for first := true; first || len(data) > 0; first = false {
		select {
		case w.r.data <- data:
			m := <-w.r.taken
			data = data[m:]
			n += m
		case <-w.r.done:
			return n, w.fault()
		}
	}
	return n, nil
}

// Close lets readers come to the end.
func (w *PipeWriter) Close() error { return w.CloseWithError(nil) }

// CloseWithError makes readers fail with err at the end.
func (w *PipeWriter) CloseWithError(err error) error {
	if err == nil {
		err = EOF
	}
	if w.r.werr == nil {
		w.r.werr = err
	}
	w.r.close()
	return nil
}
