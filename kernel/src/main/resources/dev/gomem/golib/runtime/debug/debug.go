// Package debug steers the collector.
package debug

import (
	"os"
	"runtime"
	"slices"
	"time"
)

// SetGCPercent sets by how much the heap may grow, in per cent of what the last
// collection left, until the next; negative for any. It returns what was set before.
func SetGCPercent(percent int) int { return int(setGCPercent(int32(percent))) }

func setGCPercent(percent int32) int32

// SetMemoryLimit sets how much memory is to be used at most, for which collections
// come earlier; a negative limit changes nothing. It returns what was set before.
//
//go:onlyreads
func SetMemoryLimit(limit int64) int64

// SetMaxStack sets how many bytes a goroutine's stack may have. It returns what was
// set before.
//
//go:onlyreads
func SetMaxStack(bytes int) int

// FreeOSMemory collects garbage and gives free memory back.
func FreeOSMemory() {
	runtime.GC()
	release()
}

func release()

var maxThreads = 10000

// SetMaxThreads sets how many threads there may be: there is one.
func SetMaxThreads(threads int) int {
	old := maxThreads
	maxThreads = threads
	return old
}

// PrintStack writes to standard error where the goroutine stands.
func PrintStack() {
	os.Stderr.Write(Stack())
}

// Stack tells where the goroutine stands.
func Stack() []byte {
	buf := make([]byte, 1024)
	for {
		n := runtime.Stack(buf, false)
		if n < len(buf) {
			return buf[:n]
		}
		buf = make([]byte, 2*len(buf))
	}
}

// GCStats tells of the last collections, the newest first.
type GCStats struct {
	LastGC         time.Time
	NumGC          int64
	PauseTotal     time.Duration
	Pause          []time.Duration
	PauseEnd       []time.Time
	PauseQuantiles []time.Duration
}

// ReadGCStats fills in stats; PauseQuantiles, if it has a length, with the least, the
// quantiles between, and the largest pause.
func ReadGCStats(stats *GCStats) {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	n := min(int(m.NumGC), len(m.PauseNs))
	stats.LastGC = time.Unix(0, int64(m.LastGC))
	stats.NumGC = int64(m.NumGC)
	stats.PauseTotal = time.Duration(m.PauseTotalNs)
	stats.Pause = slices.Grow(stats.Pause[:0], n)
	stats.PauseEnd = slices.Grow(stats.PauseEnd[:0], n)
	for i := range n {
		at := (int(m.NumGC) - 1 - i) % len(m.PauseNs)
		stats.Pause = append(stats.Pause, time.Duration(m.PauseNs[at]))
		stats.PauseEnd = append(stats.PauseEnd, time.Unix(0, int64(m.PauseEnd[at])))
	}
	q := len(stats.PauseQuantiles)
	if q == 0 {
		return
	}
	if n == 0 {
		clear(stats.PauseQuantiles)
		return
	}
	sorted := slices.Clone(stats.Pause)
	slices.Sort(sorted)
	for i := range q - 1 {
		stats.PauseQuantiles[i] = sorted[n*i/(q-1)]
	}
	stats.PauseQuantiles[q-1] = sorted[n-1]
}
