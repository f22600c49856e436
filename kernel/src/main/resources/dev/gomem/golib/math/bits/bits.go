// Package bits counts and moves bits.
package bits

// UintSize is the size of a uint in bits.
const UintSize = 64

//go:noescape
func leadingZeros(x uint64) int

//go:noescape
func trailingZeros(x uint64) int

//go:noescape
func onesCount(x uint64) int

//go:noescape
func reverse(x uint64) uint64

//go:noescape
func reverseBytes(x uint64) uint64

// high is the upper half of a product.
//
//go:noescape
func high(x, y uint64) uint64

// divide divides a number of two words, the upper one less than y.
//
//go:noescape
func divide(hi, lo, y uint64) (quo, rem uint64)

func LeadingZeros(x uint) int     { return leadingZeros(uint64(x)) }
func LeadingZeros8(x uint8) int   { return leadingZeros(uint64(x)) - 56 }
func LeadingZeros16(x uint16) int { return leadingZeros(uint64(x)) - 48 }
func LeadingZeros32(x uint32) int { return leadingZeros(uint64(x)) - 32 }
func LeadingZeros64(x uint64) int { return leadingZeros(x) }

func TrailingZeros(x uint) int     { return trailingZeros(uint64(x)) }
func TrailingZeros8(x uint8) int   { return trailingZeros(uint64(x) | 1<<8) }
func TrailingZeros16(x uint16) int { return trailingZeros(uint64(x) | 1<<16) }
func TrailingZeros32(x uint32) int { return trailingZeros(uint64(x) | 1<<32) }
func TrailingZeros64(x uint64) int { return trailingZeros(x) }

func OnesCount(x uint) int     { return onesCount(uint64(x)) }
func OnesCount8(x uint8) int   { return onesCount(uint64(x)) }
func OnesCount16(x uint16) int { return onesCount(uint64(x)) }
func OnesCount32(x uint32) int { return onesCount(uint64(x)) }
func OnesCount64(x uint64) int { return onesCount(x) }

// Len is how many bits x needs.
func Len(x uint) int             { return 64 - leadingZeros(uint64(x)) }
func Len8(x uint8) int           { return 64 - leadingZeros(uint64(x)) }
func Len16(x uint16) (n int)     { return 64 - leadingZeros(uint64(x)) }
func Len32(x uint32) (n int)     { return 64 - leadingZeros(uint64(x)) }
func Len64(x uint64) (n int)     { return 64 - leadingZeros(x) }
func Reverse(x uint) uint        { return uint(reverse(uint64(x))) }
func Reverse8(x uint8) uint8     { return uint8(reverse(uint64(x)) >> 56) }
func Reverse16(x uint16) uint16  { return uint16(reverse(uint64(x)) >> 48) }
func Reverse32(x uint32) uint32  { return uint32(reverse(uint64(x)) >> 32) }
func Reverse64(x uint64) uint64  { return reverse(x) }
func ReverseBytes(x uint) uint   { return uint(reverseBytes(uint64(x))) }
func ReverseBytes16(x uint16) uint16 { return x>>8 | x<<8 }
func ReverseBytes32(x uint32) uint32 { return uint32(reverseBytes(uint64(x)) >> 32) }
func ReverseBytes64(x uint64) uint64 { return reverseBytes(x) }

// RotateLeft rotates to the right if k is negative.
func RotateLeft(x uint, k int) uint { return x<<(uint(k)&63) | x>>(-uint(k)&63) }

func RotateLeft8(x uint8, k int) uint8 { return x<<(uint(k)&7) | x>>(-uint(k)&7) }

func RotateLeft16(x uint16, k int) uint16 { return x<<(uint(k)&15) | x>>(-uint(k)&15) }

func RotateLeft32(x uint32, k int) uint32 { return x<<(uint(k)&31) | x>>(-uint(k)&31) }

func RotateLeft64(x uint64, k int) uint64 { return x<<(uint(k)&63) | x>>(-uint(k)&63) }

// Add returns x + y + carry, and the carry out.
func Add(x, y, carry uint) (sum, carryOut uint) {
	s, c := Add64(uint64(x), uint64(y), uint64(carry))
	return uint(s), uint(c)
}

func Add32(x, y, carry uint32) (sum, carryOut uint32) {
	s := uint64(x) + uint64(y) + uint64(carry)
	return uint32(s), uint32(s >> 32)
}

func Add64(x, y, carry uint64) (sum, carryOut uint64) {
	sum = x + y + carry
	if sum < x || carry != 0 && sum == x {
		carryOut = 1
	}
	return sum, carryOut
}

// Sub returns x - y - borrow, and the borrow out.
func Sub(x, y, borrow uint) (diff, borrowOut uint) {
	d, b := Sub64(uint64(x), uint64(y), uint64(borrow))
	return uint(d), uint(b)
}

func Sub32(x, y, borrow uint32) (diff, borrowOut uint32) {
	d := uint64(x) - uint64(y) - uint64(borrow)
	return uint32(d), uint32(d >> 63)
}

func Sub64(x, y, borrow uint64) (diff, borrowOut uint64) {
	diff = x - y - borrow
	if x < y || borrow != 0 && x == y {
		borrowOut = 1
	}
	return diff, borrowOut
}

// Mul returns both halves of a product.
func Mul(x, y uint) (hi, lo uint) { return uint(high(uint64(x), uint64(y))), x * y }

func Mul32(x, y uint32) (hi, lo uint32) {
	p := uint64(x) * uint64(y)
	return uint32(p >> 32), uint32(p)
}

func Mul64(x, y uint64) (hi, lo uint64) { return high(x, y), x * y }

// Div divides hi and lo as one number by y.
func Div(hi, lo, y uint) (quo, rem uint) {
	q, r := Div64(uint64(hi), uint64(lo), uint64(y))
	return uint(q), uint(r)
}

func Div32(hi, lo, y uint32) (quo, rem uint32) {
	check(uint64(hi), uint64(y))
	n := uint64(hi)<<32 | uint64(lo)
	return uint32(n / uint64(y)), uint32(n % uint64(y))
}

func Div64(hi, lo, y uint64) (quo, rem uint64) {
	check(hi, y)
	return divide(hi, lo, y)
}

// check panics as the runtime does: by zero, or if the quotient does not fit.
func check(hi, y uint64) {
	if y != 0 && y <= hi {
		overflow()
	}
	_ = 1 / y
}

//go:noescape
func overflow()

// Rem is the remainder of Div, also if the quotient does not fit.
func Rem(hi, lo, y uint) uint { return uint(Rem64(uint64(hi), uint64(lo), uint64(y))) }

func Rem32(hi, lo, y uint32) uint32 {
	return uint32((uint64(hi)<<32 | uint64(lo)) % uint64(y))
}

func Rem64(hi, lo, y uint64) uint64 {
	_, rem := divide(hi%y, lo, y)
	return rem
}
