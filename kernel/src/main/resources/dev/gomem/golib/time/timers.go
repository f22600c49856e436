package time

// A Timer sends the time on C once. Each setting of it is a goroutine that sleeps
// and then looks whether it still counts.
type Timer struct {
	C     <-chan Time
	c     chan Time
	f     func()
	turn  int // the setting that counts
	armed bool
}

func (t *Timer) set(d Duration) {
	t.turn++
	t.armed = true
	go t.wait(t.turn, d)
}

func (t *Timer) wait(turn int, d Duration) {
	Sleep(d)
	if t.turn != turn || !t.armed {
		return
	}
	t.armed = false
	if t.f != nil {
		t.f()
		return
	}
	select {
	case t.c <- Now():
	default:
	}
}

// NewTimer sends the time after d.
func NewTimer(d Duration) *Timer {
	c := make(chan Time, 1)
	t := &Timer{C: c, c: c}
	t.set(d)
	return t
}

// AfterFunc calls f in a goroutine of its own after d.
func AfterFunc(d Duration, f func()) *Timer {
	t := &Timer{f: f}
	t.set(d)
	return t
}

// After is the channel of a new timer.
func After(d Duration) <-chan Time { return NewTimer(d).C }

// Stop reports whether it came in time. Afterwards nothing is in the channel.
func (t *Timer) Stop() bool {
	if t.turn == 0 {
		panic("time: Stop called on uninitialized Timer")
	}
	return t.stop()
}

func (t *Timer) stop() bool {
	was := t.armed
	t.armed = false
	if t.c != nil {
		select {
		case <-t.c:
			was = true
		default:
		}
	}
	return was
}

// Reset sets the timer anew; it reports whether it was set.
func (t *Timer) Reset(d Duration) bool {
	if t.turn == 0 {
		panic("time: Reset called on uninitialized Timer")
	}
	was := t.stop()
	t.set(d)
	return was
}

// A Ticker sends the time on C again and again.
type Ticker struct {
	C    <-chan Time
	c    chan Time
	turn int
}

func (t *Ticker) set(d Duration) {
	t.turn++
	go t.tick(t.turn, d)
}

func (t *Ticker) tick(turn int, d Duration) {
	next := nanotime()
	for {
		next += int64(d)
		Sleep(Duration(next - nanotime()))
		if t.turn != turn {
			return
		}
		select {
		case t.c <- Now():
		default:
		}
	}
}

// NewTicker sends the time every d.
func NewTicker(d Duration) *Ticker {
	if d <= 0 {
		panic("non-positive interval for NewTicker")
	}
	c := make(chan Time, 1)
	t := &Ticker{C: c, c: c}
	t.set(d)
	return t
}

// Tick is the channel of a new ticker, nil if d is not positive.
func Tick(d Duration) <-chan Time {
	if d <= 0 {
		return nil
	}
	return NewTicker(d).C
}

// Stop sends no more.
func (t *Ticker) Stop() { t.turn++ }

// Reset makes it d.
func (t *Ticker) Reset(d Duration) {
	if d <= 0 {
		panic("non-positive interval for Ticker.Reset")
	}
	if t.c == nil {
		panic("time: Reset called on uninitialized Ticker")
	}
	t.set(d)
}
