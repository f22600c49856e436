// Package math, bit by bit.
package main

import (
	"fmt"
	"math"
)

const seed = 1
const rounds = 1

var state uint64 = 0x9E3779B97F4A7C15 ^ seed*0x100000001B3

func next() uint64 {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return state
}

func rnd(n int) int { return int(next()>>33) % n }

var special = []float64{0, math.Copysign(0, -1), 1, -1, 0.5, -0.5, 2, -2, 3, -3, 1e-300, 1e300, math.Inf(1), math.Inf(-1), math.NaN(), math.SmallestNonzeroFloat64, math.MaxFloat64, 0x1p-1022, 1 << 53, 1<<53 + 2, math.Pi, math.Pi / 2, math.Pi / 4, 0.7071067811865475, 709.7, -745, 1e22, 4503599627370497.5, 2.5, 1.5, 0.49999999999999994, 10, 100}

func value() float64 {
	switch rnd(6) {
	case 0:
		return special[rnd(len(special))]
	case 1:
		return math.Float64frombits(next())
	case 2:
		return float64(rnd(2001)-1000) / 8
	case 3:
		return float64(int64(next())>>11) / (1 << 53)
	case 4:
		return (float64(int64(next())>>11)/(1<<53) - 0.5) * 200
	}
	return float64(int64(next()) >> uint(rnd(64)))
}

func bits(f float64) uint64 {
	if f != f {
		return 1
	}
	return math.Float64bits(f)
}

type unary struct {
	name string
	f    func(float64) float64
}

type binary struct {
	name string
	f    func(x, y float64) float64
}

var unaries = []unary{{"Abs", math.Abs}, {"Acos", math.Acos}, {"Acosh", math.Acosh}, {"Asin", math.Asin}, {"Asinh", math.Asinh}, {"Atan", math.Atan}, {"Atanh", math.Atanh}, {"Cbrt", math.Cbrt}, {"Ceil", math.Ceil}, {"Cos", math.Cos}, {"Cosh", math.Cosh}, {"Erf", math.Erf}, {"Erfc", math.Erfc}, {"Erfcinv", math.Erfcinv}, {"Erfinv", math.Erfinv}, {"Exp", math.Exp}, {"Exp2", math.Exp2}, {"Expm1", math.Expm1}, {"Floor", math.Floor}, {"Gamma", math.Gamma}, {"Log", math.Log}, {"Log10", math.Log10}, {"Log1p", math.Log1p}, {"Log2", math.Log2}, {"Logb", math.Logb}, {"Round", math.Round}, {"RoundToEven", math.RoundToEven}, {"Sin", math.Sin}, {"Sinh", math.Sinh}, {"Sqrt", math.Sqrt}, {"Tan", math.Tan}, {"Tanh", math.Tanh}, {"Trunc", math.Trunc}}

var binaries = []binary{{"Atan2", math.Atan2}, {"Copysign", math.Copysign}, {"Dim", math.Dim}, {"Hypot", math.Hypot}, {"Max", math.Max}, {"Min", math.Min}, {"Mod", math.Mod}, {"Nextafter", math.Nextafter}, {"Pow", math.Pow}, {"Remainder", math.Remainder}}

func main() {
	for i := 0; i < 300*rounds; i++ {
		x, y, z := value(), value(), value()
		if i < len(special) {
			x = special[i]
		}
		fmt.Println(x, y, z)
		for _, u := range unaries {
			fmt.Printf("%s %x %v\n", u.name, bits(u.f(x)), u.f(x))
		}
		for _, b := range binaries {
			fmt.Printf("%s %x %x\n", b.name, bits(b.f(x, y)), bits(b.f(y, float64(rnd(20)-10))))
		}
		a, b := math.Modf(x)
		c, e := math.Frexp(x)
		s, k := math.Sincos(x)
		fmt.Println(a, b, c, e, bits(s), bits(k), math.Ilogb(x), bits(math.FMA(x, y, z)), bits(math.Ldexp(x, rnd(2200)-1100)))
		fmt.Println(math.Signbit(x), math.IsNaN(x), math.IsInf(x, rnd(3)-1), math.Float32bits(math.Nextafter32(float32(x), float32(y)))&0x7f800000)
	}
	for n := -330; n < 312; n++ {
		fmt.Println(n, math.Pow10(n), bits(math.Pow(10, float64(n))))
	}
}
