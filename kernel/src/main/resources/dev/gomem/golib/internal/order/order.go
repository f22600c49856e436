// Package order sorts what can be compared and swapped by index. Where equal
// elements end up, and how often they are compared, is as in Go: a quicksort that
// defeats patterns (Peters), and merging by symmetric comparison (Kim, Kutzner).
package order

// Data is what is sorted.
type Data struct {
	Less func(i, j int) bool
	Swap func(i, j int)
}

// Sort sorts n elements; equal ones may change places.
func Sort(d *Data, n int) {
	if n > 1 {
		depth := 0
		for k := n; k > 0; k >>= 1 {
			depth++
		}
		d.quick(0, n, depth)
	}
}

func (d *Data) insert(low, high int) {
	for i := low + 1; i < high; i++ {
		for j := i; j > low && d.Less(j, j-1); j-- {
			d.Swap(j, j-1)
		}
	}
}

func (d *Data) sift(root, size, low int) {
	for {
		child := 2*root + 1
		if child >= size {
			return
		}
		if child+1 < size && d.Less(low+child, low+child+1) {
			child++
		}
		if !d.Less(low+root, low+child) {
			return
		}
		d.Swap(low+root, low+child)
		root = child
	}
}

func (d *Data) heap(low, high int) {
	size := high - low
	for root := (size - 1) / 2; root >= 0; root-- {
		d.sift(root, size, low)
	}
	for last := size - 1; last >= 0; last-- {
		d.Swap(low, low+last)
		d.sift(0, last, low)
	}
}

// quick sorts [low, high). After too many bad pivots it becomes a heap sort.
func (d *Data) quick(low, high, depth int) {
	balanced, untouched := true, true
	for high-low > 12 {
		size := high - low
		if depth == 0 {
			d.heap(low, high)
			return
		}
		if !balanced {
			d.scatter(low, high)
			depth--
		}
		pivot, swaps := d.pivot(low, high)
		rising := swaps == 0
		if swaps == 12 {
			for i, j := low, high-1; i < j; i, j = i+1, j-1 {
				d.Swap(i, j)
			}
			pivot = high - 1 - (pivot - low)
			rising = true
		}
		if balanced && untouched && rising && d.nearly(low, high) {
			return
		}
		if low > 0 && !d.Less(low-1, pivot) {
			// Nothing here is less than the pivot: those equal to it are done.
			low = d.equal(low, high, pivot)
			continue
		}
		var middle int
		middle, untouched = d.split(low, high, pivot)
		if left, right := middle-low, high-middle; left < right {
			balanced = left >= size/8
			d.quick(low, middle, depth)
			low = middle + 1
		} else {
			balanced = right >= size/8
			d.quick(middle+1, high, depth)
			high = middle
		}
	}
	d.insert(low, high)
}

// split puts what is less than the pivot before it. It tells where the pivot
// stands then, and whether all stood right already.
func (d *Data) split(low, high, pivot int) (int, bool) {
	d.Swap(low, pivot)
	i, j := low+1, high-1
	moved := false
	for {
		for i <= j && d.Less(i, low) {
			i++
		}
		for i <= j && !d.Less(j, low) {
			j--
		}
		if i > j {
			d.Swap(j, low)
			return j, !moved
		}
		d.Swap(i, j)
		moved = true
		i++
		j--
	}
}

// equal puts what equals the pivot first, and tells where the rest begins.
func (d *Data) equal(low, high, pivot int) int {
	d.Swap(low, pivot)
	i, j := low+1, high-1
	for {
		for i <= j && !d.Less(low, i) {
			i++
		}
		for i <= j && d.Less(low, j) {
			j--
		}
		if i > j {
			return i
		}
		d.Swap(i, j)
		i++
		j--
	}
}

// nearly sorts what needs few moves; false if it needs more.
func (d *Data) nearly(low, high int) bool {
	i := low + 1
	for step := 0; step < 5; step++ {
		for i < high && !d.Less(i, i-1) {
			i++
		}
		if i == high {
			return true
		}
		if high-low < 50 {
			return false
		}
		d.Swap(i, i-1)
		if i-low >= 2 {
			for j := i - 1; j >= 1 && d.Less(j, j-1); j-- {
				d.Swap(j, j-1)
			}
		}
		if high-i >= 2 {
			for j := i + 1; j < high && d.Less(j, j-1); j++ {
				d.Swap(j, j-1)
			}
		}
	}
	return false
}

// scatter breaks the pattern that made for a bad pivot.
func (d *Data) scatter(low, high int) {
	size := high - low
	if size < 8 {
		return
	}
	power := uint64(1)
	for k := size; k > 0; k >>= 1 {
		power <<= 1
	}
	random := uint64(size)
	for k := -1; k <= 1; k++ {
		random ^= random << 13
		random ^= random >> 7
		random ^= random << 17
		other := int(random & (power - 1))
		if other >= size {
			other -= size
		}
		d.Swap(low+size/4*2+k, low+other)
	}
}

// pivot chooses a median of three, or of three such, and tells how many pairs on
// the way stood wrong: none in rising, twelve in falling order.
func (d *Data) pivot(low, high int) (at, swaps int) {
	size := high - low
	quarter := size / 4
	i, j, k := low+quarter, low+2*quarter, low+3*quarter
	if size >= 50 {
		i = d.median(i-1, i, i+1, &swaps)
		j = d.median(j-1, j, j+1, &swaps)
		k = d.median(k-1, k, k+1, &swaps)
	}
	if size >= 8 {
		j = d.median(i, j, k, &swaps)
	}
	return j, swaps
}

func (d *Data) median(a, b, c int, swaps *int) int {
	if d.Less(b, a) {
		*swaps++
		a, b = b, a
	}
	if d.Less(c, b) {
		*swaps++
		b = c
	}
	if d.Less(b, a) {
		*swaps++
		b = a
	}
	return b
}

// Stable sorts n elements; equal ones keep their order.
func Stable(d *Data, n int) {
	const block = 20
	for low := 0; low < n; low += block {
		d.insert(low, min(low+block, n))
	}
	for size := block; size < n; size *= 2 {
		for low := 0; low+size < n; low += 2 * size {
			d.merge(low, low+size, min(low+2*size, n))
		}
	}
}

// merge merges [low, middle) and [middle, high), both sorted.
func (d *Data) merge(low, middle, high int) {
	if middle-low == 1 {
		// One element goes behind all that are less.
		i, j := middle, high
		for i < j {
			h := (i + j) / 2
			if d.Less(h, low) {
				i = h + 1
			} else {
				j = h
			}
		}
		for k := low; k+1 < i; k++ {
			d.Swap(k, k+1)
		}
		return
	}
	if high-middle == 1 {
		i, j := low, middle
		for i < j {
			h := (i + j) / 2
			if d.Less(middle, h) {
				j = h
			} else {
				i = h + 1
			}
		}
		for k := middle; k > i; k-- {
			d.Swap(k, k-1)
		}
		return
	}
	half := (low + high) / 2
	sum := half + middle
	start, end := low, middle
	if middle > half {
		start, end = sum-high, half
	}
	for start < end {
		c := (start + end) / 2
		if d.Less(sum-1-c, c) {
			end = c
		} else {
			start = c + 1
		}
	}
	end = sum - start
	if start < middle && middle < end {
		d.rotate(start, middle, end)
	}
	if low < start && start < half {
		d.merge(low, start, half)
	}
	if half < end && end < high {
		d.merge(half, end, high)
	}
}

// rotate exchanges [low, middle) and [middle, high).
func (d *Data) rotate(low, middle, high int) {
	left, right := middle-low, high-middle
	for left != right {
		if left > right {
			d.exchange(middle-left, middle, right)
			left -= right
		} else {
			d.exchange(middle-left, middle+right-left, left)
			right -= left
		}
	}
	d.exchange(middle-left, middle, left)
}

func (d *Data) exchange(a, b, n int) {
	for i := 0; i < n; i++ {
		d.Swap(a+i, b+i)
	}
}
