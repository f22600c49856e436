package main

import "fmt"

func shl(x int32, n uint) int32   { return x << n }
func shr(x int32, n uint) int32   { return x >> n }
func ushr(x uint32, n uint8) uint32 { return x >> n }
func shl8(x int8, n int) int8     { return x << n }
func shr64(x int64, n uint64) int64 { return x >> n }
func shl64(x uint64, n int16) uint64 { return x << n }

func main() {
	for _, n := range []uint{0, 1, 5, 31, 32, 33, 63, 64, 65, 100} {
		fmt.Println(n, shl(-3, n), shr(-3, n), shr(1000, n), ushr(4000000000, uint8(n)), shl8(3, int(n)), shr64(-5, uint64(n)), shl64(7, int16(n)))
	}
	fmt.Println(shr64(-5, 1<<63), shr64(5, 1<<40))
	var s uint = 70
	fmt.Println(1<<s == 0, uint8(1)<<7, int8(1)<<6, int64(1)<<s, -1>>s)
	var m uint8 = 1
	fmt.Println(m<<8>>8, m<<7>>7, uint16(m)<<8>>8)
	n := 3
	fmt.Println(1<<n, 1<<n<<n, 256>>n>>n, 1<<(n&31))
	defer func() { fmt.Println("recovered:", recover()) }()
	n = -1
	fmt.Println(1 << n)
}
