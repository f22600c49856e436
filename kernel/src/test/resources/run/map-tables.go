package main

import "unsafe"

// Maps as their bytes tell: header, directory, tables, control words, read through unsafe. Hashes
// differ from run to run, so where entries stand is not printed; what does not depend on it is, and
// for the rest whether it is as it must be.

type header struct {
	used        uint64
	seed        uintptr
	dir         unsafe.Pointer
	dirLen      int
	globalDepth uint8
	globalShift uint8
	writing     uint8
	tombstones  bool
	clearSeq    uint64
}

type table struct {
	used       uint16
	capacity   uint16
	growthLeft uint16
	localDepth uint8
	index      int
	groups     unsafe.Pointer
	mask       uint64
}

const (
	empty   = 0x80
	deleted = 0xfe
)

func headerOf[K comparable, V any](m map[K]V) *header {
	return *(**header)(unsafe.Pointer(&m))
}

// slots counts the control bytes of a group: full, empty, deleted.
func slots(group unsafe.Pointer) (n [3]int) {
	for i := range 8 {
		switch c := *(*uint8)(unsafe.Add(group, i)); {
		case c < empty:
			n[0]++
		case c == empty:
			n[1]++
		case c == deleted:
			n[2]++
		}
	}
	return
}

func most(capacity int) int {
	if capacity <= 8 {
		return capacity - 1
	}
	return capacity * 7 / 8
}

func groupSize[K comparable, V any]() uintptr {
	var k K
	var v V
	type inline struct {
		key  K
		elem V
	}
	type keyOut struct {
		key  *K
		elem V
	}
	type elemOut struct {
		key  K
		elem *V
	}
	slot := unsafe.Sizeof(inline{})
	if unsafe.Sizeof(k) > 128 {
		slot = unsafe.Sizeof(keyOut{})
	}
	if unsafe.Sizeof(v) > 128 {
		slot = unsafe.Sizeof(elemOut{})
	}
	return 8 + 8*slot
}

func must(ok bool, what string, n int) {
	if !ok {
		println("wrong:", what, n)
	}
}

// check finds every invariant of a map's parts; it returns the tables, each once.
func check[K comparable, V any](m map[K]V) (tables []*table) {
	h := headerOf(m)
	must(int(h.used) == len(m), "used", len(m))
	must(h.writing == 0, "writing", len(m))
	if h.dirLen == 0 {
		must(h.globalDepth == 0 && h.globalShift == 0, "depth of a small map", len(m))
		if h.dir != nil {
			n := slots(h.dir)
			must(n[0] == len(m) && n[2] == 0, "slots of a small map", len(m))
		}
		return
	}
	must(h.dirLen == 1<<h.globalDepth, "directory", len(m))
	must(h.globalShift == 64-h.globalDepth, "shift", len(m))
	used := 0
	for i := 0; i < h.dirLen; {
		t := *(**table)(unsafe.Add(h.dir, 8*i))
		tables = append(tables, t)
		must(t.index == i, "index", i)
		span := 1 << (h.globalDepth - t.localDepth)
		for k := range span {
			must(*(**table)(unsafe.Add(h.dir, 8*(i+k))) == t, "entries of a table", i)
		}
		i += span
		used += int(t.used)
		must(int(t.capacity) == 8*int(t.mask+1), "mask", i)
		must(t.capacity&(t.capacity-1) == 0 && t.capacity <= 1024, "capacity", i)
		var n [3]int
		for g := range t.mask + 1 {
			s := slots(unsafe.Add(t.groups, uintptr(g)*groupSize[K, V]()))
			for k := range n {
				n[k] += s[k]
			}
		}
		must(n[0] == int(t.used), "full slots", i)
		must(n[0]+n[1]+n[2] == int(t.capacity), "slots", i)
		must(int(t.growthLeft)+n[0]+n[2] == most(int(t.capacity)), "growthLeft", i)
		must(n[2] == 0 || h.tombstones, "tombstones", i)
	}
	must(used == len(m), "sum of used", used)
	return
}

// show prints what all runs have in common.
func show[K comparable, V any](what string, m map[K]V) {
	tables := check(m)
	h := headerOf(m)
	print(what, " ", h.used, " of ", h.dirLen)
	if len(tables) == 1 {
		t := tables[0]
		print(", table ", t.used, " ", t.capacity, " ", t.growthLeft, " ", t.localDepth, " ", t.index)
	}
	println(", cleared", h.clearSeq, h.dir != nil)
}

func interesting(n int) bool {
	for p := 8; p <= 1024; p *= 2 {
		if k := most(p); n == k || n == k+1 || n == p || n == p+1 {
			return true
		}
	}
	return n < 20
}

func one[K comparable, V any](what string, key func(int) K, value V, limit int) map[K]V {
	m := map[K]V{}
	show(what, m)
	for i := 1; i <= limit; i++ {
		m[key(i)] = value
		if interesting(i) && i <= 897 {
			show(what, m)
		}
	}
	check(m)
	return m
}

func kinds() {
	one("int", func(i int) int { return i }, 1, 1000)
	one("string", func(i int) string { return string(rune('a' + i)) }, "", 300)
	one("byte", func(i int) byte { return byte(i) }, byte(1), 256)
	one("set", func(i int) int32 { return int32(i) }, struct{}{}, 300)
	one("any", func(i int) any { return i }, any(1), 120)
	one("[200]byte", func(i int) [200]byte { return [200]byte{byte(i), byte(i / 256)} }, 1, 120)
	one("to [200]byte", func(i int) int { return i }, [200]byte{}, 120)
	one("[128]byte", func(i int) [128]byte { return [128]byte{byte(i)} }, [128]byte{}, 60)
	one("pointer", func(i int) *[3]int { return new([3]int) }, []int(nil), 120)
	one("float64", func(i int) float64 { return float64(i) / 3 }, 1i, 120)
	type pair struct {
		s string
		n int16
	}
	one("pair", func(i int) pair { return pair{"x", int16(i)} }, func() {}, 120)
}

// many fills maps of more than one table.
func many() {
	m := map[int]int{}
	for i := range 10000 {
		m[i] = i
		if (i+1)%1000 == 0 {
			tables := check(m)
			h := headerOf(m)
			n := len(m)
			// A table splits when 896 of its 1,024 slots are full: then each half has about 448.
			print(h.used, " ", len(tables) > n/1024, " ", len(tables) < n/300)
			print(" ", h.dirLen >= len(tables), " ", h.dirLen <= 64)
			for _, t := range tables {
				must(t.capacity == 1024, "capacity of one of many", n)
				must(t.used > 200, "used", int(t.used))
			}
			println()
		}
	}
	sum := 0
	for k, v := range m {
		sum += k ^ 2*v
	}
	println(sum)
	// Every split added one table: a directory is twice as long as the deepest asks for.
	h := headerOf(m)
	deepest := uint8(0)
	for _, t := range check(m) {
		deepest = max(deepest, t.localDepth)
	}
	println(deepest == h.globalDepth, h.tombstones, h.clearSeq)
	for i := range 9990 {
		delete(m, i)
	}
	tables := len(check(m))
	clear(m)
	println(tables == len(check(m)), len(m), h.clearSeq, h.tombstones)
	for _, t := range check(m) {
		must(t.growthLeft == 896, "growthLeft of a cleared table", int(t.growthLeft))
	}
	for i := range 10000 {
		m[i] = i
	}
	check(m)
	println(len(m))
}

func hints() {
	for _, n := range []int{0, 1, 8, 9, 14, 15, 28, 29, 56, 57, 112, 113, 224, 225, 448, 449, 896, 897, 1000, 1792, 1793, 3584, 5000, 10000} {
		m := make(map[int]int, n)
		h := headerOf(m)
		print("hint ", n, ": ", h.dir != nil, " ", h.dirLen, " ", h.globalDepth)
		tables := check(m)
		for i, t := range tables {
			must(t.index == i && t.localDepth == h.globalDepth && t.used == 0, "a new table", i)
		}
		if len(tables) > 0 {
			print(", tables ", len(tables), " of ", tables[0].capacity, " ", tables[0].growthLeft)
		}
		for i := range n {
			m[i] = i
		}
		if n <= 896 {
			show(", filled", m)
		} else {
			check(m)
			println()
		}
	}
}

func deletions() {
	// Of a small map: no tombstones, the lowest free slot is taken.
	m := map[int]string{}
	for i := range 8 {
		m[i] = "x"
	}
	h := headerOf(m)
	seed := h.seed
	delete(m, 3)
	delete(m, 5)
	m[30] = "y"
	show("small", m)
	key := func(slot int) int {
		return *(*int)(unsafe.Add(h.dir, 8+24*slot))
	}
	println(key(2), key(3), key(4), key(5), *(*uint8)(unsafe.Add(h.dir, 5)))
	m[31] = "z"
	println(key(5), seed == h.seed, h.tombstones)
	clear(m)
	show("small, cleared", m)
	println(seed == h.seed, *(*uint64)(h.dir) == 0x8080808080808080)
	m[1] = "a"
	seed = h.seed
	delete(m, 1)
	println(seed == h.seed, h.used)
	// Deleting from a table leaves its size, and counts slots that can be filled again.
	n := map[int]int{}
	for i := range 100 {
		n[i] = i
	}
	for i := range 100 {
		delete(n, i)
		check(n)
	}
	h = headerOf(n)
	t := check(n)[0]
	println(len(n), h.dirLen, t.capacity, t.growthLeft > 14, t.growthLeft <= 112)
	clear(n)
	show("cleared", n)
	// As many deleted as inserted: tombstones are pruned, or the table grows once; never more.
	for i := range 5000 {
		n[i] = i
		if i >= 60 {
			delete(n, i-60)
		}
		if i%50 == 0 {
			check(n)
		}
	}
	t = check(n)[0]
	println(len(n), h.dirLen, t.capacity <= 256)
	// A key that equals nothing can only be cleared.
	zero := 0.0
	nan := map[float64]int{}
	for i := range 20 {
		nan[zero/zero] = i
	}
	delete(nan, zero/zero)
	show("nan", nan)
	clear(nan)
	show("nan, cleared", nan)
}

// A map that grows while it is looked through: every key that was there is met once.
func growing() {
	for _, n := range []int{5, 8, 100, 1000} {
		m := map[int]int{}
		for i := range n {
			m[i] = 0
		}
		met := 0
		more := 10 * n
		for k := range m {
			if k < n {
				met++
			}
			for range 5 {
				if len(m) < 6*n {
					m[more] = 1
					more++
				}
			}
		}
		check(m)
		println(met, len(m))
	}
}

// The header and the first group of a map that does not leave its function stand in the frame.
func local() {
	m := map[int]int{1: 2}
	h := headerOf(m)
	var x int
	d := int(uintptr(unsafe.Pointer(h)) - uintptr(unsafe.Pointer(&x)))
	println(-2000 < d && d < 2000, h.used, h.dirLen)
	for i := range 9 {
		m[i] = i
	}
	show("local", m)
}

func main() {
	println(unsafe.Sizeof(header{}), unsafe.Sizeof(table{}))
	var none map[string]int
	println(headerOf(none) == nil)
	kinds()
	hints()
	many()
	deletions()
	growing()
	local()
}
