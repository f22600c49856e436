package time

// A Time is an instant. There is one zone, UTC.
type Time struct {
	wall uint64 // nanoseconds in its second; the highest bit: read from the clock
	ext  int64  // seconds since the year 1
	loc  *Location
}

// A Location is a time zone.
type Location struct {
	name string
}

var utc = Location{"UTC"}

// UTC and Local are the same here.
var (
	UTC   *Location = &utc
	Local *Location = &utc
)

func (l *Location) String() string {
	if l == nil {
		return "UTC"
	}
	return l.name
}

const (
	secondsPerDay = 86400
	unixToYearOne = 62135596800 // seconds from the year 1 to 1970
	clockStart    = 1257894000  // the machine is made on 2009-11-10 at 23:00:00
	read          = 1 << 63
)

// Now is the clock's time.
func Now() Time {
	ns := nanotime()
	return Time{read | uint64(ns%1e9), unixToYearOne + clockStart + ns/1e9, Local}
}

// Unix is the time so long after 1970.
func Unix(sec int64, nsec int64) Time {
	sec += nsec / 1e9
	nsec %= 1e9
	if nsec < 0 {
		nsec += 1e9
		sec--
	}
	return Time{uint64(nsec), sec + unixToYearOne, Local}
}

func UnixMilli(msec int64) Time { return Unix(msec/1e3, msec%1e3*1e6) }

func UnixMicro(usec int64) Time { return Unix(usec/1e6, usec%1e6*1e3) }

// daysBefore counts the days from the year 1 to a year.
func daysBefore(year int64) int64 {
	y := year - 1
	return 365*y + floor(y, 4) - floor(y, 100) + floor(y, 400)
}

func floor(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func leap(year int64) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

var monthDays = [...]int64{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

func daysIn(month int, year int64) int64 {
	if month == 1 && leap(year) {
		return 29
	}
	return monthDays[month]
}

// Date is the time of a date and clock; what is out of range is carried over.
func Date(year int, month Month, day, hour, min, sec, nsec int, loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Date")
	}
	m := int64(month) - 1
	y := int64(year) + floor(m, 12)
	m -= 12 * floor(m, 12)
	days := daysBefore(y)
	for k := 0; k < int(m); k++ {
		days += daysIn(k, y)
	}
	days += int64(day) - 1
	s := days*secondsPerDay + int64(hour)*3600 + int64(min)*60 + int64(sec) + floor(int64(nsec), 1e9)
	t := Time{uint64(int64(nsec) - 1e9*floor(int64(nsec), 1e9)), s, loc}
	return t
}

func (t Time) nanos() int64 { return int64(t.wall &^ read) }

func (t Time) IsZero() bool { return t.ext == 0 && t.nanos() == 0 }

func (t Time) Unix() int64 { return t.ext - unixToYearOne }

func (t Time) UnixNano() int64 { return t.Unix()*1e9 + t.nanos() }

func (t Time) UnixMilli() int64 { return t.Unix()*1e3 + t.nanos()/1e6 }

func (t Time) UnixMicro() int64 { return t.Unix()*1e6 + t.nanos()/1e3 }

func (t Time) Compare(u Time) int {
	switch {
	case t.ext < u.ext || t.ext == u.ext && t.nanos() < u.nanos():
		return -1
	case t.ext == u.ext && t.nanos() == u.nanos():
		return 0
	}
	return +1
}

func (t Time) After(u Time) bool { return t.Compare(u) > 0 }

func (t Time) Before(u Time) bool { return t.Compare(u) < 0 }

func (t Time) Equal(u Time) bool { return t.Compare(u) == 0 }

// Add is t, d later.
func (t Time) Add(d Duration) Time {
	ns := t.nanos() + int64(d%1e9)
	s := t.ext + int64(d/1e9)
	if ns >= 1e9 {
		ns -= 1e9
		s++
	} else if ns < 0 {
		ns += 1e9
		s--
	}
	return Time{t.wall&read | uint64(ns), s, t.loc}
}

// Sub is how long after u t is; as much as a Duration can hold.
func (t Time) Sub(u Time) Duration {
	d := Duration(t.ext-u.ext)*Second + Duration(t.nanos()-u.nanos())
	switch {
	case u.Add(d).Equal(t):
		return d
	case t.Before(u):
		return least
	}
	return most
}

func Since(t Time) Duration { return Now().Sub(t) }

func Until(t Time) Duration { return t.Sub(Now()) }

// day counts from the year 1.
func (t Time) day() int64 { return floor(t.ext, secondsPerDay) }

func (t Time) second() int { return int(t.ext - secondsPerDay*t.day()) }

func (t Time) yearAndDay() (year, day int64) {
	n := t.day()
	year = floor(400*n, 146097) // at most two years too early
	for daysBefore(year+1) <= n {
		year++
	}
	return year, n - daysBefore(year)
}

func (t Time) Date() (year int, month Month, day int) {
	y, d := t.yearAndDay()
	m := 0
	for d >= daysIn(m, y) {
		d -= daysIn(m, y)
		m++
	}
	return int(y), Month(m + 1), int(d) + 1
}

func (t Time) Year() int {
	y, _ := t.yearAndDay()
	return int(y)
}

func (t Time) Month() Month {
	_, m, _ := t.Date()
	return m
}

func (t Time) Day() int {
	_, _, d := t.Date()
	return d
}

func (t Time) YearDay() int {
	_, d := t.yearAndDay()
	return int(d) + 1
}

// Weekday: the year 1 began on a Monday.
func (t Time) Weekday() Weekday {
	n := t.day() + 1
	return Weekday(n - 7*floor(n, 7))
}

func (t Time) Clock() (hour, min, sec int) {
	s := t.second()
	return s / 3600, s / 60 % 60, s % 60
}

func (t Time) Hour() int { return t.second() / 3600 }

func (t Time) Minute() int { return t.second() / 60 % 60 }

func (t Time) Second() int { return t.second() % 60 }

func (t Time) Nanosecond() int { return int(t.nanos()) }

// AddDate is t so many years, months and days later.
func (t Time) AddDate(years int, months int, days int) Time {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	return Date(year+years, month+Month(months), day+days, hour, min, sec, int(t.nanos()), t.Location())
}

func (t Time) UTC() Time {
	t.loc = UTC
	return t
}

func (t Time) Local() Time {
	t.loc = Local
	return t
}

func (t Time) In(loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Time.In")
	}
	t.loc = loc
	return t
}

func (t Time) Location() *Location {
	if t.loc == nil {
		return UTC
	}
	return t.loc
}

func (t Time) Zone() (name string, offset int) { return "UTC", 0 }

func (t Time) IsDST() bool { return false }

// Truncate is the last multiple of d since the year 1.
func (t Time) Truncate(d Duration) Time {
	t.wall &^= read
	if d <= 0 {
		return t
	}
	return t.Add(-t.over(d))
}

// Round is the nearest multiple of d since the year 1, halves up.
func (t Time) Round(d Duration) Time {
	t.wall &^= read
	if d <= 0 {
		return t
	}
	over := t.over(d)
	if uint64(over)+uint64(over) < uint64(d) {
		return t.Add(-over)
	}
	return t.Add(d - over)
}

// over is what t is beyond a multiple of d.
func (t Time) over(d Duration) Duration {
	// Seconds and nanoseconds by turns, so that nothing overflows.
	rest := int64(0)
	for bit := 62; bit >= 0; bit-- {
		rest = double(rest, int64(d))
		if t.ext>>uint(bit)&1 == 1 {
			rest = plus(rest, int64(Second)%int64(d), int64(d))
		}
	}
	return Duration(plus(rest, t.nanos()%int64(d), int64(d)))
}

func double(a, m int64) int64 { return plus(a, a, m) }

func plus(a, b, m int64) int64 {
	if a >= m-b {
		return a - (m - b)
	}
	return a + b
}

func pad(b []byte, v, width int) []byte {
	n := number(uint64(v))
	for k := len(n); k < width; k++ {
		b = append(b, '0')
	}
	return append(b, n...)
}

// String is like 2009-11-10 23:00:00 +0000 UTC, and for a time of the clock how
// long the machine had been there.
func (t Time) String() string {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	var b []byte
	if year < 0 {
		b = append(b, '-')
		year = -year
	}
	b = pad(b, year, 4)
	b = pad(append(b, '-'), int(month), 2)
	b = pad(append(b, '-'), day, 2)
	b = pad(append(b, ' '), hour, 2)
	b = pad(append(b, ':'), min, 2)
	b = pad(append(b, ':'), sec, 2)
	if ns := int(t.nanos()); ns > 0 {
		b = pad(append(b, '.'), ns, 9)
		for b[len(b)-1] == '0' {
			b = b[:len(b)-1]
		}
	}
	b = append(b, " +0000 UTC"...)
	if t.wall&read != 0 {
		d := t.Sub(Unix(clockStart, 0))
		sign := byte('+')
		if d < 0 {
			sign = '-'
			d = -d
		}
		b = append(append(b, " m="...), sign)
		b = pad(b, int(d/Second), 1)
		b = pad(append(b, '.'), int(d%Second), 9)
	}
	return string(b)
}
