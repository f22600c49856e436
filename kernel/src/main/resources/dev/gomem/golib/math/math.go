// Package math: constants and floating point functions.
package math

const (
	E       = 2.71828182845904523536028747135266249775724709369995957496696763
	Pi      = 3.14159265358979323846264338327950288419716939937510582097494459
	Phi     = 1.61803398874989484820458683436563811772030917980576286213544862
	Sqrt2   = 1.41421356237309504880168872420969807856967187537694807317667974
	SqrtE   = 1.64872127070012814684865078781416357165377610071014801157507931
	SqrtPi  = 1.77245385090551602729816748334114518279754945612238712821380779
	SqrtPhi = 1.27201964951406896425242246173749149171560804184009624861664038
	Ln2     = 0.693147180559945309417232121458176568075500134360255254120680009
	Log2E   = 1 / Ln2
	Ln10    = 2.30258509299404568401799145468436420760110148862877297603332790
	Log10E  = 1 / Ln10
)

const (
	MaxFloat32             = 0x1p127 * (1 + (1 - 0x1p-23))
	SmallestNonzeroFloat32 = 0x1p-126 * 0x1p-23
	MaxFloat64             = 0x1p1023 * (1 + (1 - 0x1p-52))
	SmallestNonzeroFloat64 = 0x1p-1022 * 0x1p-52
)

const (
	MaxInt    = 1<<63 - 1
	MinInt    = -1 << 63
	MaxInt8   = 1<<7 - 1
	MinInt8   = -1 << 7
	MaxInt16  = 1<<15 - 1
	MinInt16  = -1 << 15
	MaxInt32  = 1<<31 - 1
	MinInt32  = -1 << 31
	MaxInt64  = 1<<63 - 1
	MinInt64  = -1 << 63
	MaxUint   = 1<<64 - 1
	MaxUint8  = 1<<8 - 1
	MaxUint16 = 1<<16 - 1
	MaxUint32 = 1<<32 - 1
	MaxUint64 = 1<<64 - 1
)

// Sqrt returns the square root of x.
func Sqrt(x float64) float64 { return sqrt(x) }

func sqrt(x float64) float64

// Abs returns the absolute value of x.
func Abs(x float64) float64 {
	return Float64frombits(Float64bits(x) &^ (1 << 63))
}

// Floor returns the greatest integer value not above x.
func Floor(x float64) float64

// Ceil returns the least integer value not below x.
func Ceil(x float64) float64

// Trunc returns the integer value of x.
func Trunc(x float64) float64

// Float64bits returns the bits of f.
func Float64bits(f float64) uint64

// Float64frombits returns the float with bits b.
func Float64frombits(b uint64) float64

// Float32bits returns the bits of f.
func Float32bits(f float32) uint32

// Float32frombits returns the float with bits b.
func Float32frombits(b uint32) float32

// Inf returns positive infinity if sign >= 0, else negative infinity.
func Inf(sign int) float64 {
	if sign >= 0 {
		return Float64frombits(0x7FF0000000000000)
	}
	return Float64frombits(0xFFF0000000000000)
}

// NaN returns a value that is not a number.
func NaN() float64 { return Float64frombits(0x7FF8000000000001) }

// IsNaN reports whether f is not a number.
func IsNaN(f float64) bool { return f != f }

// IsInf reports whether f is an infinity of the sign asked for (0: either).
func IsInf(f float64, sign int) bool {
	return sign >= 0 && f > MaxFloat64 || sign <= 0 && f < -MaxFloat64
}

// Signbit reports whether x is negative or negative zero.
func Signbit(x float64) bool { return Float64bits(x)&(1<<63) != 0 }

// Copysign returns f with the sign of sign.
func Copysign(f, sign float64) float64 {
	const bit = 1 << 63
	return Float64frombits(Float64bits(f)&^bit | Float64bits(sign)&bit)
}

// Max returns the larger of x and y; NaN and signed zeros as IEEE 754 has them.
func Max(x, y float64) float64 {
	switch {
	case IsInf(x, 1) || IsInf(y, 1):
		return Inf(1)
	case IsNaN(x) || IsNaN(y):
		return NaN()
	case x == 0 && x == y:
		if Signbit(x) {
			return y
		}
		return x
	}
	if x > y {
		return x
	}
	return y
}

// Min returns the smaller of x and y.
func Min(x, y float64) float64 {
	switch {
	case IsInf(x, -1) || IsInf(y, -1):
		return Inf(-1)
	case IsNaN(x) || IsNaN(y):
		return NaN()
	case x == 0 && x == y:
		if Signbit(x) {
			return x
		}
		return y
	}
	if x < y {
		return x
	}
	return y
}

// Mod returns the remainder of x/y with the sign of x.
func Mod(x, y float64) float64

// Remainder returns x - y*n for the integer n nearest to x/y.
func Remainder(x, y float64) float64

// Exp is e to the power of x.
func Exp(x float64) float64

// Exp2 is 2 to the power of x.
func Exp2(x float64) float64

// Expm1 is Exp(x) - 1, exact near zero.
func Expm1(x float64) float64

// Log is the natural logarithm.
func Log(x float64) float64

// Log2 is the logarithm to the base 2.
func Log2(x float64) float64

// Log10 is the logarithm to the base 10.
func Log10(x float64) float64

// Log1p is Log(1 + x), exact near zero.
func Log1p(x float64) float64

// Pow is x to the power of y.
func Pow(x, y float64) float64

// Cbrt is the cube root.
func Cbrt(x float64) float64

// Hypot is Sqrt(p*p + q*q) without needless overflow.
func Hypot(p, q float64) float64

func Sin(x float64) float64

func Cos(x float64) float64

func Tan(x float64) float64

func Asin(x float64) float64

func Acos(x float64) float64

func Atan(x float64) float64

// Atan2 is the angle of the point (x, y).
func Atan2(y, x float64) float64

// Sincos returns Sin(x) and Cos(x).
func Sincos(x float64) (sin, cos float64) { return Sin(x), Cos(x) }

func Sinh(x float64) float64

func Cosh(x float64) float64

func Tanh(x float64) float64

func Asinh(x float64) float64

func Acosh(x float64) float64

func Atanh(x float64) float64

// Gamma is the gamma function.
func Gamma(x float64) float64

// Erf is the error function.
func Erf(x float64) float64

// Erfc is 1 - Erf(x), exact for large x.
func Erfc(x float64) float64

// Erfinv is the inverse of Erf.
func Erfinv(x float64) float64

// Erfcinv is the inverse of Erfc.
func Erfcinv(x float64) float64 { return Erfinv(1 - x) }

// FMA is x*y + z, rounded once.
func FMA(x, y, z float64) float64

// Frexp takes f apart: f = frac * 2**exp with 1/2 <= |frac| < 1.
func Frexp(f float64) (frac float64, exp int)

// Ldexp is frac * 2**exp.
func Ldexp(frac float64, exp int) float64

// Modf takes f apart into an integer and a fraction, both with the sign of f.
func Modf(f float64) (integer float64, fractional float64) {
	integer = Trunc(f)
	return integer, Copysign(f-integer, f)
}

// Ilogb is the binary exponent of x.
func Ilogb(x float64) int {
	switch {
	case x == 0:
		return MinInt32
	case x-x != 0:
		return MaxInt32
	}
	_, e := Frexp(x)
	return e - 1
}

// Logb is the binary exponent of x.
func Logb(x float64) float64 {
	switch {
	case x == 0:
		return Inf(-1)
	case IsNaN(x):
		return x
	case IsInf(x, 0):
		return Inf(1)
	}
	return float64(Ilogb(x))
}

// Dim is x-y, or 0 if that is negative.
func Dim(x, y float64) float64 {
	d := x - y
	if d <= 0 {
		return 0
	}
	return d
}

// Round is the nearest integer, halves away from zero.
func Round(x float64) float64 {
	t := Trunc(x)
	if Abs(x-t) >= 0.5 {
		return t + Copysign(1, x)
	}
	return t
}

// RoundToEven is the nearest integer, halves to the even one.
func RoundToEven(x float64) float64 {
	t := Trunc(x)
	if d := Abs(x - t); d > 0.5 || d == 0.5 && Mod(t, 2) != 0 {
		return t + Copysign(1, x)
	}
	return t
}

// Nextafter is the next float64 from x on towards y.
func Nextafter(x, y float64) (r float64) {
	switch {
	case IsNaN(x) || IsNaN(y):
		return NaN()
	case x == y:
		return x
	case x == 0:
		return Copysign(SmallestNonzeroFloat64, y)
	case (y > x) == (x > 0):
		return Float64frombits(Float64bits(x) + 1)
	}
	return Float64frombits(Float64bits(x) - 1)
}

// Nextafter32 is the next float32 from x on towards y.
func Nextafter32(x, y float32) (r float32) {
	switch {
	case x != x || y != y:
		return float32(NaN())
	case x == y:
		return x
	case x == 0:
		return float32(Copysign(SmallestNonzeroFloat32, float64(y)))
	case (y > x) == (x > 0):
		return Float32frombits(Float32bits(x) + 1)
	}
	return Float32frombits(Float32bits(x) - 1)
}

// powers of ten: those of 32, and those below.
var hundreds = [...]float64{1e0, 1e32, 1e64, 1e96, 1e128, 1e160, 1e192, 1e224, 1e256, 1e288}
var small = [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
	1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22, 1e23, 1e24, 1e25, 1e26, 1e27, 1e28, 1e29, 1e30, 1e31}
var tiny = [...]float64{1e-0, 1e-32, 1e-64, 1e-96, 1e-128, 1e-160, 1e-192, 1e-224, 1e-256, 1e-288, 1e-320}

// Pow10 is 10 to the power of n.
func Pow10(n int) float64 {
	switch {
	case n > 308:
		return Inf(1)
	case n < -323:
		return 0
	case n < 0:
		return tiny[-n/32] / small[-n%32]
	}
	return hundreds[n/32] * small[n%32]
}
