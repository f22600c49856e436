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

// MemStats counts what the machine has allocated and collected. What a simulated
// machine has not is zero.
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

//go:noescape
func counters(mallocs, frees, total, live, sys, collections *uint64)

// ReadMemStats fills in m.
func ReadMemStats(m *MemStats) {
	*m = MemStats{EnableGC: true}
	var collections uint64
	counters(&m.Mallocs, &m.Frees, &m.TotalAlloc, &m.HeapAlloc, &m.Sys, &collections)
	m.Alloc = m.HeapAlloc
	m.HeapObjects = m.Mallocs - m.Frees
	m.HeapSys, m.HeapInuse = m.Sys, m.HeapAlloc
	m.NumGC = uint32(collections)
}
