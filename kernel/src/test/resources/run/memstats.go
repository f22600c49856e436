package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

//pacing

// What runtime.MemStats counts: differences that a program's own objects make, and
// what holds between the fields.

type pair struct{ a, b *int }

var (
	pairs  []*pair
	small  []*int32
	bytes  []byte
	mine   *[300]*int
	before runtime.MemStats
	after  runtime.MemStats
)

type what struct {
	mallocs, frees, objects, total int64
	alloc                          int64
}

func diff() what {
	return what{
		int64(after.Mallocs - before.Mallocs), int64(after.Frees - before.Frees),
		int64(after.HeapObjects - before.HeapObjects), int64(after.TotalAlloc - before.TotalAlloc),
		int64(after.HeapAlloc - before.HeapAlloc),
	}
}

func class(size uint32) (mallocs, frees uint64) {
	for i := range after.BySize {
		if after.BySize[i].Size == size {
			return after.BySize[i].Mallocs - before.BySize[i].Mallocs, after.BySize[i].Frees - before.BySize[i].Frees
		}
	}
	return 0, 0
}

func relations() {
	m := &after
	fmt.Println(m.Alloc == m.HeapAlloc, m.HeapObjects == m.Mallocs-m.Frees, m.HeapSys == m.HeapIdle+m.HeapInuse)
	fmt.Println(m.HeapReleased <= m.HeapIdle, m.HeapAlloc <= m.HeapInuse, m.StackInuse <= m.StackSys, m.StackInuse > 0)
	fmt.Println(m.Sys == m.HeapSys+m.StackSys+m.MSpanSys+m.MCacheSys+m.BuckHashSys+m.GCSys+m.OtherSys)
	fmt.Println((m.HeapSys+m.StackInuse)%(4<<20), m.EnableGC, m.DebugGC, m.Lookups)
	fmt.Println(m.HeapInuse%8192, m.HeapIdle%8192, m.HeapReleased%4096, len(m.BySize), m.BySize[60].Size, m.BySize[0])
}

func main() {
	debug.SetGCPercent(-1)
	pairs = make([]*pair, 0, 1000)
	small = make([]*int32, 0, 1000)
	runtime.ReadMemStats(&before)
	runtime.ReadMemStats(&after)
	fmt.Println(diff())

	runtime.ReadMemStats(&before)
	for range 1000 {
		pairs = append(pairs, new(pair))
	}
	runtime.ReadMemStats(&after)
	fmt.Println(diff())
	fmt.Println(class(16))

	runtime.ReadMemStats(&before)
	bytes = make([]byte, 40000)
	mine = new([300]*int)
	runtime.ReadMemStats(&after)
	fmt.Println(diff())
	fmt.Println(class(2688))

	// Four of these share a block: it counts once.
	runtime.ReadMemStats(&before)
	for range 1000 {
		small = append(small, new(int32))
	}
	runtime.ReadMemStats(&after)
	d := diff()
	fmt.Println(d.mallocs, d.frees >= 745 && d.frees <= 750, d.objects == d.mallocs-d.frees, d.total == 16*d.objects)
	relations()

	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&before)
	pairs, bytes, mine = nil, nil, nil
	runtime.GC()
	runtime.ReadMemStats(&after)
	d = diff()
	fmt.Println(d.mallocs < 20, d.frees >= 1002, d.alloc < -16*1000-40960, after.NumGC-before.NumGC, after.NumForcedGC-before.NumForcedGC)
	relations()
	fmt.Println(after.LastGC > before.LastGC, after.LastGC == after.PauseEnd[(after.NumGC+255)%256])

	big := make([]byte, 30<<20)
	big[0] = 1
	runtime.ReadMemStats(&before)
	runtime.KeepAlive(big)
	big = nil
	debug.FreeOSMemory()
	runtime.ReadMemStats(&after)
	fmt.Println(before.HeapInuse-after.HeapInuse >= 30<<20, after.HeapReleased > after.HeapIdle/10*9, after.HeapIdle >= 30<<20)
	fmt.Println(after.NumForcedGC-before.NumForcedGC, after.HeapSys >= before.HeapSys/10*9)
	relations()
}
