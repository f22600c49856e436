// Package time: dates, on UTC.
package main

import (
	"fmt"
	"time"
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

func main() {
	for i := 0; i < 400*rounds; i++ {
		rnd(2)
		t := time.Unix(int64(state)>>uint(20+rnd(40)), int64(rnd(2e9)-1e9)).UTC()
		u := time.Date(rnd(4000)-500, time.Month(rnd(30)-8), rnd(80)-20, rnd(60)-20, rnd(200)-70, rnd(200)-70, rnd(2e9)-1e9, time.UTC)
		d := time.Duration(int64(state*17) >> uint(rnd(64)))
		y, m, day := t.Date()
		h, min, s := u.Clock()
		fmt.Println(t, u, y, m, day, h, min, s, t.Weekday(), u.YearDay(), u.Weekday(), u.Year(), u.Month(), u.Day())
		fmt.Println(t.Unix(), u.UnixNano(), u.UnixMilli(), t.UnixMicro(), t.Before(u), t.After(u), t.Equal(t), t.Compare(u), t.Sub(u), u.Add(d), u.AddDate(rnd(9)-4, rnd(30)-15, rnd(90)-45))
		fmt.Println(t.Nanosecond(), t.IsZero(), t.Location(), u.In(time.UTC))
		if u.Year() > 0 {
			fmt.Println(u.Truncate(d), u.Round(d))
		}
	}
	fmt.Println(time.Time{}, time.Time{}.IsZero(), time.UnixMilli(-1).UTC(), time.UnixMicro(1).UTC())
	start := time.Now()
	time.Sleep(2 * time.Millisecond)
	fmt.Println(time.Since(start) >= 2*time.Millisecond, time.Now().After(start), time.Until(start) < 0)
}
