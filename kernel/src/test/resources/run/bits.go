package main

import "fmt"

func popcount(x uint64) (n int) {
	for ; x != 0; x &= x - 1 {
		n++
	}
	return
}

func reverse8(b uint8) (r uint8) {
	for i := 0; i < 8; i++ {
		r = r<<1 | b&1
		b >>= 1
	}
	return
}

func rotl32(x uint32, k uint) uint32 { return x<<(k&31) | x>>(32-k&31) }

func crc(data string) uint32 {
	crc := ^uint32(0)
	for i := 0; i < len(data); i++ {
		crc ^= uint32(data[i])
		for j := 0; j < 8; j++ {
			if crc&1 == 1 {
				crc = crc>>1 ^ 0xEDB88320
			} else {
				crc >>= 1
			}
		}
	}
	return ^crc
}

func fnv(s string) uint64 {
	h := uint64(14695981039346656037)
	for _, c := range []byte(s) {
		h ^= uint64(c)
		h *= 1099511628211
	}
	return h
}

func xorshift(x uint64) uint64 {
	x ^= x << 13
	x ^= x >> 7
	x ^= x << 17
	return x
}

func gcd(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

func isqrt(n uint32) uint32 {
	var r uint32
	for bit := uint32(1) << 30; bit != 0; bit >>= 2 {
		if n >= r+bit {
			n -= r + bit
			r = r>>1 + bit
		} else {
			r >>= 1
		}
	}
	return r
}

func powmod(b, e, m uint64) uint64 {
	r := uint64(1)
	for b %= m; e > 0; e /= 2 {
		if e%2 == 1 {
			r = r * b % m
		}
		b = b * b % m
	}
	return r
}

func main() {
	fmt.Println(popcount(0xFFFF0000FFFF), popcount(1<<63), reverse8(0b11010010))
	fmt.Println(rotl32(0x80000001, 4), rotl32(1, 0), rotl32(1, 31))
	fmt.Printf("%08x %x\n", crc("hello world"), fnv("gomem"))
	x := uint64(88172645463325252)
	for i := 0; i < 5; i++ {
		x = xorshift(x)
	}
	fmt.Println(x, int64(x), int32(x), uint8(x>>8))
	fmt.Println(gcd(1071, -462), gcd(0, 5), isqrt(4000000000), isqrt(99))
	fmt.Println(powmod(3, 1000003, 1000007))
	var flags uint8
	const (
		a = 1 << iota
		b
		c
	)
	flags |= a | c
	flags &^= a
	flags ^= b
	fmt.Println(flags, flags&c != 0, ^flags, -flags)
	var i8 int8 = -127
	fmt.Println(i8>>1, i8<<1, i8&0x0f, i8|1, i8^-1, ^i8, uint8(i8)>>1)
	var i16 int16 = 0x7fff
	i16 += i16
	fmt.Println(i16, i16*i16, uint16(i16)*uint16(i16))
	seed := uint32(1)
	s := 0
	for i := 0; i < 1000; i++ {
		seed = seed*1103515245 + 12345
		s += int(seed/65536) % 32768
	}
	fmt.Println(s, seed)
}
