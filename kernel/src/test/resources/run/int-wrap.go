package main

import "fmt"

func main() {
	var i8 int8 = 127
	i8++
	var u8 uint8 = 0
	u8--
	var i16 int16 = -32768
	i16--
	var u16 uint16 = 65535
	u16 += 2
	var i32 int32 = 2147483647
	i32 += 1
	var u32 uint32 = 0
	u32 -= 1
	var i64 int64 = 9223372036854775807
	i64++
	var u64 uint64 = 0
	u64--
	fmt.Println(i8, u8, i16, u16, i32, u32, i64, u64)
	i8 = -128
	i8 = -i8
	fmt.Println(i8, i8/-1, i8*i8, i8%-1)
	i32 = -2147483648
	m := int32(-1)
	fmt.Println(i32/m, i32%m, -i32, i32*m)
	i64 = -9223372036854775808
	n := int64(-1)
	fmt.Println(i64/n, i64%n)
	x := uint8(200)
	y := uint8(100)
	fmt.Println(x+y, x-y, y-x, x*y, x/y, x%y, x&y, x|y, x^y, x&^y, ^x)
	a := int16(30000)
	b := int16(20000)
	fmt.Println(a+b, a-b, b-a-a, a*b, a/b, a%b, ^a)
	p := uint16(60000)
	fmt.Println(p+p, p*p, -p, ^p, p>>3, p<<3)
	q := uint32(4000000000)
	fmt.Println(q+q, q*q, -q, ^q, q>>3, q<<3, q/7, q%7)
	z := uint64(1<<63) + 5
	fmt.Println(z/3, z%3, z>>60, z*2, z > 1, z/10, z%10, z/(1<<62), z%(1<<62), z/16, z%16)
	var k uint64 = 3
	fmt.Println(z/k, z%k, k-z, z < k, z >= k, k <= z)
	c := int32(100000)
	fmt.Println(c*c, c*100000, c<<16, c>>2, -c>>2, c*3+c)
}
