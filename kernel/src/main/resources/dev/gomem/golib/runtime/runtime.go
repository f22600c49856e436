// Package runtime asks and tells the machine.
package runtime

// What the machine is like.
const (
	GOOS     string = "linux"
	GOARCH   string = "amd64"
	Compiler        = "gc"
)

// An Error is what the machine itself panics with.
type Error interface {
	error
	RuntimeError()
}

// GC collects garbage now. As in Go the others run meanwhile: while the caller waits
// for the end of marking, and while it sweeps.
func GC() {
	collect()
	Gosched()
	Gosched()
}

func collect()

// Gosched lets other goroutines run.
func Gosched()

// Goexit ends the goroutine; its deferred calls are run.
func Goexit()

// NumGoroutine is how many goroutines there are.
//
//go:onlyreads
func NumGoroutine() int

// Stack writes where the goroutine stands, or all goroutines, into buf; it returns how
// many bytes that are.
//
//go:noescape
func Stack(buf []byte, all bool) int

// GOMAXPROCS tells how many goroutines can run at once; it is always one.
func GOMAXPROCS(n int) int { return 1 }

// NumCPU is how many processors there are.
func NumCPU() int { return 1 }

// NumCgoCall is how many calls left Go.
func NumCgoCall() int64 { return 0 }

// Version is Go's.
func Version() string { return "go1.26" }

// GOROOT is where Go's sources are: nowhere here.
func GOROOT() string { return "" }

// KeepAlive keeps x reachable up to here.
func KeepAlive(x any) { kept = x != nil }

var kept bool

// LockOSThread and UnlockOSThread do nothing: there is one thread.

func LockOSThread() {}

func UnlockOSThread() {}

// MemStats counts what the machine has allocated and collected. The runtime's own
// structures take no memory here, and collections no time.
type MemStats struct {
	Alloc         uint64
	TotalAlloc    uint64
	Sys           uint64
	Lookups       uint64
	Mallocs       uint64
	Frees         uint64
	HeapAlloc     uint64
	HeapSys       uint64
	HeapIdle      uint64
	HeapInuse     uint64
	HeapReleased  uint64
	HeapObjects   uint64
	StackInuse    uint64
	StackSys      uint64
	MSpanInuse    uint64
	MSpanSys      uint64
	MCacheInuse   uint64
	MCacheSys     uint64
	BuckHashSys   uint64
	GCSys         uint64
	OtherSys      uint64
	NextGC        uint64
	LastGC        uint64
	PauseTotalNs  uint64
	PauseNs       [256]uint64
	PauseEnd      [256]uint64
	NumGC         uint32
	NumForcedGC   uint32
	GCCPUFraction float64
	EnableGC      bool
	DebugGC       bool
	BySize        [61]struct {
		Size    uint32
		Mallocs uint64
		Frees   uint64
	}
}

// What the machine counts.
type counted struct {
	mallocs, objects, total, alloc uint64
	sys, inUse, idle, released     uint64
	stacks                         uint64
	goal, lastEnd                  uint64
	collections, forced            uint64
}

type bySize = struct {
	Size    uint32
	Mallocs uint64
	Frees   uint64
}

// count fills in c, when collections ended, and uses of size classes.
//
//go:noescape
func count(c *counted, ends *[256]uint64, sizes *bySize, classes int)

// ReadMemStats fills in m.
func ReadMemStats(m *MemStats) {
	*m = MemStats{EnableGC: true}
	var c counted
	count(&c, &m.PauseEnd, &m.BySize[0], len(m.BySize))
	m.Alloc, m.HeapAlloc = c.alloc, c.alloc
	m.TotalAlloc = c.total
	m.Sys = c.sys
	m.Mallocs = c.mallocs
	m.Frees = c.mallocs - c.objects
	m.HeapSys = c.inUse + c.idle
	m.HeapIdle = c.idle
	m.HeapInuse = c.inUse
	m.HeapReleased = c.released
	m.HeapObjects = c.objects
	m.StackInuse, m.StackSys = c.stacks, c.stacks
	m.NextGC = c.goal
	m.LastGC = c.lastEnd
	m.NumGC = uint32(c.collections)
	m.NumForcedGC = uint32(c.forced)
}
