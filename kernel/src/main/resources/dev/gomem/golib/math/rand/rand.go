// Package rand gives pseudo-random numbers: the machine's, the same in each run.
package rand

// next is the next number of the machine's generator.
func next() uint64

func Uint32() uint32 { return uint32(next() >> 32) }

func Uint64() uint64 { return next() }

func Int63() int64 { return int64(next() >> 1) }

func Int31() int32 { return int32(next() >> 33) }

func Int() int { return int(next() >> 1) }

// Int63n is below n.
func Int63n(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int63n")
	}
	// The highest numbers would make some results more likely.
	limit := 1<<63 - 1 - 1<<63%uint64(n)
	v := next() >> 1
	for v > limit {
		v = next() >> 1
	}
	return int64(v % uint64(n))
}

// Int31n is below n.
func Int31n(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int31n")
	}
	return int32(Int63n(int64(n)))
}

// Intn is below n.
func Intn(n int) int {
	if n <= 0 {
		panic("invalid argument to Intn")
	}
	return int(Int63n(int64(n)))
}

// Float64 is at least 0 and below 1.
func Float64() float64 { return float64(next()>>11) / (1 << 53) }

// Float32 is at least 0 and below 1.
func Float32() float32 { return float32(next()>>40) / (1 << 24) }

// Perm is the numbers below n in any order.
func Perm(n int) []int {
	p := make([]int, n)
	for i := range p {
		j := Intn(i + 1)
		p[i] = p[j]
		p[j] = i
	}
	return p
}

// Shuffle puts n elements in any order.
func Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	for i := n - 1; i > 0; i-- {
		swap(i, Intn(i+1))
	}
}
