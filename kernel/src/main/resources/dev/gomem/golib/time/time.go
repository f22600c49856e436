// Package time has durations and the machine's clock, which is virtual: it goes
// on as the program runs, and jumps when all goroutines sleep.
package time

// A Duration is a time in nanoseconds.
type Duration int64

const (
	Nanosecond  Duration = 1
	Microsecond          = 1000 * Nanosecond
	Millisecond          = 1000 * Microsecond
	Second               = 1000 * Millisecond
	Minute               = 60 * Second
	Hour                 = 60 * Minute
)

const (
	least Duration = -1 << 63
	most  Duration = 1<<63 - 1
)

// Sleep waits for d at least.
func Sleep(d Duration) {
	if d > 0 {
		sleep(int64(d))
	}
}

func sleep(ns int64)

// nanotime is the time since the machine was made.
//
//go:onlyreads
func nanotime() int64

// String is like 1h15m30.918s.
func (d Duration) String() string {
	var room [32]byte
	i := len(room)
	u := uint64(d)
	if d < 0 {
		u = -u
	}
	put := func(s string) {
		i -= len(s)
		copy(room[i:], s)
	}
	number := func(v uint64) {
		for {
			i--
			room[i] = byte('0' + v%10)
			v /= 10
			if v == 0 {
				return
			}
		}
	}
	// fraction writes v's last digits behind a point, without zeros at the end.
	fraction := func(v uint64, digits int) uint64 {
		any := false
		for k := 0; k < digits; k++ {
			c := v % 10
			any = any || c != 0
			if any {
				i--
				room[i] = byte('0' + c)
			}
			v /= 10
		}
		if any {
			put(".")
		}
		return v
	}
	switch {
	case u == 0:
		return "0s"
	case u < uint64(Microsecond):
		put("ns")
		number(u)
	case u < uint64(Millisecond):
		put("µs")
		number(fraction(u, 3))
	case u < uint64(Second):
		put("ms")
		number(fraction(u, 6))
	default:
		put("s")
		u = fraction(u, 9)
		number(u % 60)
		if u /= 60; u > 0 {
			put("m")
			number(u % 60)
			if u /= 60; u > 0 {
				put("h")
				number(u)
			}
		}
	}
	if d < 0 {
		put("-")
	}
	return string(room[i:])
}

func (d Duration) Nanoseconds() int64 { return int64(d) }

func (d Duration) Microseconds() int64 { return int64(d) / 1e3 }

func (d Duration) Milliseconds() int64 { return int64(d) / 1e6 }

func (d Duration) in(unit Duration) float64 {
	return float64(d/unit) + float64(d%unit)/float64(unit)
}

func (d Duration) Seconds() float64 { return d.in(Second) }

func (d Duration) Minutes() float64 { return d.in(Minute) }

func (d Duration) Hours() float64 { return d.in(Hour) }

// Truncate rounds towards zero to a multiple of m.
func (d Duration) Truncate(m Duration) Duration {
	if m <= 0 {
		return d
	}
	return d - d%m
}

// Round rounds to the nearest multiple of m, halves away from zero.
func (d Duration) Round(m Duration) Duration {
	if m <= 0 {
		return d
	}
	rest := d % m
	if d < 0 {
		rest = -rest
		if uint64(rest)+uint64(rest) < uint64(m) {
			return d + rest
		}
		if r := d - m + rest; r < d {
			return r
		}
		return least
	}
	if uint64(rest)+uint64(rest) < uint64(m) {
		return d - rest
	}
	if r := d + m - rest; r > d {
		return r
	}
	return most
}

// Abs is d without its sign.
func (d Duration) Abs() Duration {
	switch {
	case d >= 0:
		return d
	case d == least:
		return most
	}
	return -d
}

// A Month counts from January = 1.
type Month int

const (
	January Month = 1 + iota
	February
	March
	April
	May
	June
	July
	August
	September
	October
	November
	December
)

var months = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

func (m Month) String() string {
	if January <= m && m <= December {
		return months[m-1]
	}
	return "%!Month(" + number(uint64(m)) + ")"
}

// A Weekday counts from Sunday = 0.
type Weekday int

const (
	Sunday Weekday = iota
	Monday
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
)

var days = [...]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}

func (d Weekday) String() string {
	if Sunday <= d && d <= Saturday {
		return days[d]
	}
	return "%!Weekday(" + number(uint64(d)) + ")"
}

func number(v uint64) string {
	var room [20]byte
	i := len(room)
	for {
		i--
		room[i] = byte('0' + v%10)
		v /= 10
		if v == 0 {
			return string(room[i:])
		}
	}
}
