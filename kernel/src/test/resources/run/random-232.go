package main

import "fmt"

type S0 struct {
	f0 [4]uint8
	f1 int16
	f2 uint8
}
type S1 struct {
	f0 uint32
	f1 S0
	f2 uint
	f3 S0
	f4 S0
}
type S2 struct {
	f0 S1
	f1 uint16
	f2 int8
	f3 int32
}

var gi, gf, gb, gs = 69, 32.75, true, "gs"
var g0 int
var g1 string
var g2 uint8
var g3 int32
var g4 float64
var g5 S0
var g6 []int

func cut(s string, i, j int) string { return s[uint(i)%uint(len(s)+1):][:uint(j)%4] }
func ptr_int(x int) *int { return &x }
func ptr_int8(x int8) *int8 { return &x }
func ptr_int16(x int16) *int16 { return &x }
func ptr_int32(x int32) *int32 { return &x }
func ptr_int64(x int64) *int64 { return &x }
func ptr_uint(x uint) *uint { return &x }
func ptr_uint8(x uint8) *uint8 { return &x }
func ptr_uint16(x uint16) *uint16 { return &x }
func ptr_uint32(x uint32) *uint32 { return &x }
func ptr_uint64(x uint64) *uint64 { return &x }
func ptr_float32(x float32) *float32 { return &x }
func ptr_float64(x float64) *float64 { return &x }
func ptr_bool(x bool) *bool { return &x }
func ptr_string(x string) *string { return &x }
func ptr_S0(x S0) *S0 { return &x }
func ptr_S1(x S1) *S1 { return &x }
func ptr_S2(x S2) *S2 { return &x }
func try(f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	f()
}
func fn0() (res7 uint64, ) {
	if ((g5==(g5))!=((gb!=(gb)))) {
		g1 = cut((g1+(g1+"x\x00y")), int((^(uint32(gi)))), g0)
		v8 := g3
		_ = v8
		if (!(gb)==((gb||(gb)))) {
			m9 := map[uint64]int{}
			m9[(min(res7, res7)^(uint64(g4)))]++
			m9[res7] += g0
			fmt.Println(len(m9), m9[(res7+(9223372036854775807))])
			g2--
			v10 := S2{f0: S1{f0: uint32(g4), f1: S0{f0: [4]uint8{}, f1: int16(gi), f2: g2, }, f4: S0{f0: [4]uint8{}, }, }, f2: max((int8(gi)|(int8(gi))), (^(int8(gi)))), }
			_ = v10
		} else {
			switch x11 := int64((g4+(3.14159))); {
			case x11 == (int64(gi)%((-9223372036854775808))):
				g4 = g4
			case x11 > (^(int64(gi))):
			case x11 < int64(len(g1)):
				v12 := (res7*(63))
				_ = v12
				v13 := (^(g0))
				_ = v13
			}
		}
	}
	if (g5==(S0{f0: [4]uint8{}, f2: g2, })) {
		g3 ^= (int32(g2)%(12))
	} else {
		res7, res7 = (res7+(res7)), (res7/(128))
		fmt.Println(float32(min((uint32(gi)-(4294967295)), (uint32(gi)&(uint32(gi))))))
	}
	if ((res7|(9223372036854775807))>=(res7*(res7))) {
		for i14, e15 := range []float32{float32(g4), float32(g4)} {
			_, _ = i14, e15
			g0 = g0
			v16 := uint32(len([]int{int(len(g1)), i14, (g0&^(i14))}))
			_ = v16
			m17 := map[bool]int{}
			m17[((int8(gi)<=int8(gi))||(!(gb)))]++
			m17[((g5==(g5))==((int64(gi)>=(9223372036854775807))))] += g0
			fmt.Println(len(m17), m17[(gb!=(gb))])
			v18 := (^((res7>>((g1+"z")[0]))))
			_ = v18
		}
		func() {
			defer func() {
				fmt.Println(((max(uint32(gi), uint32(gi))-(uint32(len(g6))))&(9)))
				fmt.Println(recover())
			}()
			g2 = (string(rune((uint16(gi)&^(uint16(gi)))))+"z")[0]
		}()
		if (int64(uint32(gi))<=int64(len(g1))) {
		} else {
			v19 := S1{f0: ((uint32(gi)+(uint32(gi)))>>59), f1: S0{f0: [4]uint8{g2, g2, g2, g2, }, f1: (int16(gi)<<41), f2: (g2>>10), }, f2: (max(uint(gi), uint(gi))>>0), }
			_ = v19
			switch x20 := (uint16(gi)&^(65534)); {
			case x20 > uint16(len(g1)):
				fmt.Println(append([]int64{int64(len(g6)), min(int64(gi), int64(gi)), int64(x20)}, ((int64(gi)-(67))>>42)))
			case x20 < uint16(v19.f2):
				g1 += string([]byte(g1))
			case x20 > (uint16(gi)^(uint16(gi))):
				v21 := min((^(v19.f4.f1)), (v19.f3.f1+(v19.f3.f1)))
				_ = v21
			}
		}
	}
	fmt.Println(uint32(float64(int8(len(g6)))))
	if ((g5==(g5))&&((g5==(g5)))) {
		res7, res7 = (res7*(res7)), uint64(len(g1))
	} else {
		v22 := g3
		_ = v22
		if ((uint16(gi)>=uint16(gi))==((gb==(gb)))) {
			func() {
				defer func() {
					fmt.Println(res7)
					fmt.Println(recover())
				}()
				v23 := (int(len(g6[0:]))>>((uint64(len(g1))>>40)))
				_ = v23
				v24 := int8(len(g1))
				_ = v24
			}()
		}
	}
	v25 := max(uint(gi), uint(gi))
	_ = v25
	v26 := string(rune(((uint16(gi)<<28)&^((uint16(gi)<<36)))))
	_ = v26
	return res7
}
func fn1(p27 S0, p28 int16, ) (uint32, ) {
	v29 := []float32{float32((float32(gf)+float32(gf))), (float32(float32(gf))/float32(float32(gf))), float32((-(uint16(gi))))}
	_ = v29
	func() {
		defer func() {
			v30 := g3
			_ = v30
			fmt.Println(recover())
		}()
		p27.f1 = int16(((int64(gi)-((-15)))>>33))
		for i31 := 0; i31 < 5; i31++ {
			for i32 := 0; i32 < 1; i32++ {
				p27.f2, p27.f2 = g2, (^(p27.f0[i32]))
			}
			v33 := ((g1+"z")[0]&^(uint8((int64(gi)<<(int8(gi))))))
			_ = v33
			v29[uint(g0)%3] = (float32(int8(v29[i31]))+(1))
		}
	}()
	func() {
		defer func() {
			p28 = (min((p27.f1<<41), int16(g4))%(int16(int16(uint16(gi)))))
			fmt.Println(recover())
		}()
		g1 += g1
		m34 := map[bool]int{}
		m34[!((g5==(g5)))]++
		m34[(p27==(S0{f0: p27.f0, f1: p27.f1, f2: p27.f0[uint(g0)%4], }))] += (g0*(g0))
		fmt.Println(len(m34), m34[!(gb)])
	}()
	func() {
		defer func() {
			g0 = (g0%(int((g4/g4))))
			fmt.Println(recover())
		}()
		m35 := map[string]int{}
		m35[string(rune(uint16(gi)))]++
		m35[string([]byte(string([]byte(g1))))] += (g0+(g0))
		fmt.Println(len(m35), m35[(g1+g1)])
		m36 := map[int8]int{}
		m36[int8(len(g1))]++
		m36[max(int8(len(g1)), min(int8(gi), int8(gi)))] += g0
		fmt.Println(len(m36), m36[int8(uint16(gi))])
	}()
	p27.f2 = uint8(uint64(len([]int{g0, g0, g0})))
	return ((uint32(gi)/(89))>>(g2))
}
func fn2(p37 uint8, p38 uint32, p39 int64, ) (S1, int64, string, ) {
	v40 := append([]float64{float64(gf), float64(gf), float64(gf)}[0:], (g4/(1e-3)))[1:]
	_ = v40
	if ((int8(gi)==(4))&&((g5==(g5)))) {
		v41 := ptr_uint64((^(uint64(len(g1)))))
		_ = v41
		m42 := map[int32]int{}
		m42[(g3&(g3))]++
		m42[g3] += (g0>>55)
		fmt.Println(len(m42), m42[int32(float32(gf))])
		(*v41)++
	}
	v43 := (min((p39&(p39)), (p39<<3))&((-9223372036854775808)))
	_ = v43
	return S1{f0: p38, f1: S0{f1: int16(gi), }, f2: (uint(gi)+(274877906944)), f3: S0{f0: [4]uint8{}, f2: p37, }, }, (v43&((-9223372036854775808))), (string([]byte(g1))+"longer text, really")
}
func fn3(p44 uint16, p45 uint16, p46 S0, ) ([]int8, int32, uint16, ) {
	func() {
		switch x47 := (int(g3)&^(g0)); {
		case x47 > g0:
			if ((gb&&(gb))!=((g4<g4))) {
				v48 := int(len(g1))
				_ = v48
				v49 := ((^((uint(gi)/(37))))*(57))
				_ = v49
				fmt.Println(uint8(p44))
			} else {
				g3 *= (^((g3&^(g3))))
			}
			switch x50 := int64(len(g1)); {
			case x50 < (int64(gi)>>18):
				fmt.Println(float64(((p46.f1&^(p46.f1))&((p46.f1<<30)))))
				p46.f0[x47] = (((p46.f2+(254))%(p46.f2))%(((p46.f0[2]-(p46.f2))^((g2+(g2))))))
			case x50 == int64(int8(gi)):
				v51 := (uint(min(uint(gi), uint(gi)))<<((int8(gi)^((-31)))))
				_ = v51
				v52 := (min((p45&^(p44)), uint16(uint32(gi)))&^((uint16(float32(gf))&(max(p45, p45)))))
				_ = v52
			case x50 == int64(float32(gf)):
				v53 := []int64{int64(len(g1)), ((x50>>12)+(16)), int64(float32(float32(gf)))}
				_ = v53
			}
		case x47 > (-(g0)):
			fmt.Println((((g4-g4)*g4)*((g4+g4)*(1))))
			p46.f2 %= ((g1+"z")[0]%(uint8(float32(gf))))
		case x47 == (g0>>18):
			v54 := []float32{(float32(p46.f1)/(0.5)), float32((int8(gi)%(6))), (-((-(float32(gf)))))}
			_ = v54
		}
		switch x55 := (-((int8(gi)*(int8(gi))))); {
		case x55 < (^(int8(gi))):
			v56 := []bool{(S0{f0: p46.f0, f1: p46.f1, }==(S0{f0: [4]uint8{}, f1: p46.f1, f2: p46.f2, })), (S0{f0: p46.f0, f2: p46.f2, }==(S0{f0: p46.f0, f1: p46.f1, })), ((int16(gi)==(89))==((g4<=(1e10))))}
			_ = v56
		case x55 < (int8(gi)|(int8(gi))):
			v57 := &S2{f0: S1{f0: (uint32(gi)|(15)), f1: S0{f0: [4]uint8{}, f1: p46.f1, f2: p46.f2, }, f4: g5, }, f1: ((p45<<54)^(p44)), f2: int8(max(g2, p46.f2)), f3: ((g3%(g3))|(70)), }
			_ = v57
			p46.f1 &= p46.f1
		case x55 < (^(int8(gi))):
			v58 := (fn1(S0{f1: p46.f1, }, max(p46.f1, p46.f1), )<<42)
			_ = v58
		}
	}()
	g6 = []int{int((g4/g4)), int(float32(p46.f0[uint(g0)%4])), ((g0|((-41)))+(g0))}
	r59 := fn1(S0{f1: p46.f1, f2: p46.f0[2], }, p46.f1, )
	_ = r59
	p46 = p46
	m60 := map[int]int{}
	m60[(g0<<(p45))]++
	m60[(g0>>(p44))] += g0
	fmt.Println(len(m60), m60[g0])
	func() {
		defer func() {
			p46.f2 -= (g1+"z")[0]
			fmt.Println(recover())
		}()
		v61 := append([]uint{(uint(gi)<<(g2)), uint(gi), (uint(gi)%(uint(gi)))}, ((^(uint(gi)))>>((int8(gi)%(int8(gi))))))
		_ = v61
		if (v61[0]>=(9223372036854775807)) {
			func() {
				g4 = ((g4+(g4/(1)))+((g4-(0.5))*float64(uint64(gi))))
				r62 := fn0()
				_ = r62
				r63 := fn0()
				_ = r63
			}()
			v64 := p46.f1
			_ = v64
			switch x65 := p45; {
			case x65 == uint16(p45):
				v66 := &S1{f0: uint32((float32(gf)/(100))), f1: S0{f0: [4]uint8{p46.f0[1], g2, p46.f2, g2, }, }, f4: S0{f0: [4]uint8{p46.f0[1], p46.f2, g2, g2, }, }, }
				_ = v66
				fmt.Println(g3)
			case x65 == p44:
				fmt.Println(p46.f0[uint(g0)%4])
			case x65 < (p45*(p44)):
				fmt.Println((g0%((g0-(1024)))))
			}
		}
	}()
	m67 := map[uint8]int{}
	m67[p46.f2]++
	m67[p46.f2] += (g0<<(p46.f2))
	fmt.Println(len(m67), m67[(p46.f2-(g2))])
	fmt.Println(g1)
	r59 |= ((r59&(r59))+((r59&(r59))))
	v68 := [4]uint64{(^(fn0())), uint64(uint(gi)), max((uint64(gi)-(uint64(gi))), (uint64(gi)>>69)), ((uint64(gi)%(49))/(uint64(g4))), }
	_ = v68
	return append([]int8{int8(gi), int8(gi), int8(gi)}, (int8(gi)&(int8(gi)))), ((g3|((-2147483648)))>>29), ((p44*(p45))&((p45/(96))))
}
func fn4(p69 float64, p70 []uint32, p71 bool, ) (int8, ) {
	r72 := fn0()
	_ = r72
	for i73 := range 2 {
		_ = i73
		fmt.Println((((int64(gi)-((-2)))>>(uint16(gi)))^(262144)))
		v74 := (max(g3, (g3>>1))&((-83)))
		_ = v74
	}
	g3 *= g3
	switch x75 := (float64(p70[g0])/g4); {
	case x75 > (g4-p69):
		switch x76 := int8(len(cut(g1, g0, g0))); {
		case x76 < (int8(gi)<<64):
			v77 := r72
			_ = v77
			if (p71!=((g5==(g5)))) {
				v78 := g1
				_ = v78
			} else {
				g5 = S0{f0: [4]uint8{g2, uint8(float32(gf)), (g2/(254)), g2, }, f1: (int16(float32(gf))%((-21))), f2: uint8(len([]int{g0, g0, g0})), }
			}
		case x76 > (int8(gi)<<26):
			g1 = string(rune(((uint16(gi)/(8))+(uint16(len(g1))))))
			m79 := map[float64]int{}
			m79[((x75-g4)*(2.25))]++
			m79[float64((float32(gf)*(1)))] += int(len(g1))
			fmt.Println(len(m79), m79[(-(x75))])
		case x76 == min(int8(gi), int8(gi)):
			g1 = string(rune(uint16(max(uint16(gi), uint16(gi)))))
		}
	case x75 > (p69*(3.14159)):
		v80 := p70[g0]
		_ = v80
	case x75 < p69:
		v81 := ((-(uint(gi)))&(uint(gi)))
		_ = v81
		switch x82 := (cut(g1, g0, g0)+"longer text, really"); {
		case x82 > g1:
			func() {
				g3 -= g3
				p70[uint(g0)%3] |= ((uint32(gi)<<(r72))|((-(uint32(gi)))))
				v83 := (g0>>((int64(gi)/(int64(gi)))))
				_ = v83
			}()
		case x82 < g1:
			v84 := [4]int16{((int16(gi)>>26)*((-5))), (^(int16(len(x82)))), ((-(int16(gi)))&^((-28))), ((int16(gi)|(32767))-(int16(gi))), }
			_ = v84
			for i85 := 0; i85 < 2; i85++ {
				fmt.Println(((v84[1]*((^(v84[uint(i85)%4]))))/((v84[uint(i85)%4]%((-32768))))))
			}
		case x82 == string(rune(uint16(gi))):
			r86, r87, r88 := fn2(uint8(g4), max(uint32(gi), uint32(gi)), (int64(gi)*(int64(gi))), )
			_, _, _ = r86, r87, r88
		}
	}
	fmt.Println(int64(len([]int{min(g0, g0), g0, g0})))
	return int8(int64(uint16(gi)))
}
func fn5(p89 []float32, p90 *S1, p91 uint16, ) (res92 []int16, ) {
	v93 := []S0{g5, S0{f0: [4]uint8{p90.f3.f2, p90.f1.f2, p90.f1.f2, g2, }, f2: (p90.f1.f2&(g2)), }, S0{f1: p90.f4.f1, f2: p90.f4.f2, }}
	_ = v93
	if ((p91!=(36))!=((gb&&(gb)))) {
		for i94 := 0; i94 < 2; i94++ {
			v95 := append([]S1{S1{}, (*p90), S1{}}, (*p90))[1:]
			_ = v95
		}
		g1 = string(rune(((p91&^(p91))-((p91*(p91))))))
	} else {
		switch x96 := max(uint(gi), (p90.f2>>30)); {
		case x96 == uint(len(g1)):
			g3++
		case x96 == uint(g4):
			if ((uint32(gi)>>20)!=(4294967295)) {
				g1 = string(rune(p91))
				r97, r98, r99 := fn3((p91|(64)), p91, S0{f0: [4]uint8{}, f1: res92[2], f2: p90.f3.f2, }, )
				_, _, _ = r97, r98, r99
				g1 += (g1+"x\x00y")
			} else {
				r100 := fn4((g4+g4), []uint32{p90.f0, p90.f0, p90.f0}, !(gb), )
				_ = r100
			}
		case x96 > (p90.f2/(16384)):
			v101 := (int8((uint64(gi)^(uint64(gi))))*((fn4(g4, []uint32{uint32(gi), uint32(gi), uint32(gi)}, gb, )>>(max(int16(gi), int16(gi))))))
			_ = v101
		}
		g3 = ((^((^(g3))))^(2147483647))
	}
	if (S0{f0: p90.f4.f0, f1: p90.f1.f1, f2: p90.f3.f2, }==(S0{f2: g2, })) {
		func() {
			if (S0{f0: p90.f4.f0, f1: p90.f4.f1, }==(S0{f0: p90.f4.f0, f1: res92[1], f2: p90.f4.f2, })) {
				v102 := S1{f2: p90.f2, f3: S0{f0: [4]uint8{v93[uint(g0)%3].f2, p90.f4.f2, v93[uint(g0)%3].f2, p90.f1.f2, }, f1: min(p90.f1.f1, p90.f3.f1), f2: (p90.f4.f2*(p90.f3.f2)), }, f4: S0{f0: p90.f4.f0, f1: int16(g0), f2: (g2<<2), }, }
				_ = v102
			} else {
				v103 := (((gb||(gb))||((g4<g4)))!=(!((int8(gi)<=(32)))))
				_ = v103
			}
		}()
		fmt.Println(((^((p90.f2*(p90.f2))))^((-(p90.f2)))))
		p89[uint(g0)%3] = float32((g4+float64(p89[0])))
	}
	g4, g4 = (g4/(1e10)), g4
	return res92
}
func main() {
	try(func() {
		x0 := fn0()
		fmt.Println(x0)
	})
	try(func() {
		x0 := fn1(S0{f0: [4]uint8{}, f1: int16(gi), f2: g2, }, (int16(gi)|(32767)), )
		fmt.Println(x0)
	})
	try(func() {
		x0, x1, x2 := fn2(uint8(len(g1)), uint32(g4), (int64(gi)*(549755813888)), )
		fmt.Println(x0)
		fmt.Println(x1)
		fmt.Println(x2)
	})
	try(func() {
		x0, x1, x2 := fn3(uint16(int16(gi)), (uint16(gi)>>(int16(gi))), S0{f0: [4]uint8{}, f2: g2, }, )
		fmt.Println(x0)
		fmt.Println(x1)
		fmt.Println(x2)
	})
	try(func() {
		x0 := fn4(float64(uint16(gi)), []uint32{uint32(gi), uint32(gi), uint32(gi)}, (int64(gi)>(56)), )
		fmt.Println(x0)
	})
	try(func() {
		x0 := fn5([]float32{float32(gf), float32(gf), float32(gf)}, ptr_S1(S1{}), (uint16(gi)>>(int64(gi))), )
		fmt.Println(x0)
	})
	try(func() {
		x0 := fn0()
		fmt.Println(x0)
	})
	try(func() {
		x0 := fn1(g5, (int16(gi)&^((-32768))), )
		fmt.Println(x0)
	})
	try(func() {
		x0, x1, x2 := fn2((g2/(1)), (^(uint32(gi))), (int64(gi)*(256)), )
		fmt.Println(x0)
		fmt.Println(x1)
		fmt.Println(x2)
	})
	try(func() {
		x0, x1, x2 := fn3(uint16(uint32(gi)), uint16(gi), S0{f0: [4]uint8{}, f1: int16(gi), }, )
		fmt.Println(x0)
		fmt.Println(x1)
		fmt.Println(x2)
	})
	try(func() {
		x0 := fn4(g4, []uint32{uint32(gi), uint32(gi), uint32(gi)}[1:], !(gb), )
		fmt.Println(x0)
	})
	try(func() {
		x0 := fn5([]float32{float32(gf), float32(gf), float32(gf)}, ptr_S1(S1{}), uint16(gi), )
		fmt.Println(x0)
	})
	try(func() {
		x0 := fn0()
		fmt.Println(x0)
	})
	try(func() {
		x0 := fn1(S0{f1: int16(gi), }, (int16(gi)*(int16(gi))), )
		fmt.Println(x0)
	})
	try(func() {
		x0, x1, x2 := fn2(g2, (^(uint32(gi))), int64(float32(gf)), )
		fmt.Println(x0)
		fmt.Println(x1)
		fmt.Println(x2)
	})
	try(func() {
		x0, x1, x2 := fn3(uint16(uint(gi)), (uint16(gi)|(40)), g5, )
		fmt.Println(x0)
		fmt.Println(x1)
		fmt.Println(x2)
	})
	try(func() {
		x0 := fn4((g4-g4), []uint32{uint32(gi), uint32(gi), uint32(gi)}[0:], (gb==(true)), )
		fmt.Println(x0)
	})
	try(func() {
		x0 := fn5([]float32{float32(gf), float32(gf), float32(gf)}, &S1{f0: uint32(gi), f1: g5, f2: uint(gi), f3: g5, f4: g5, }, (uint16(gi)|(uint16(gi))), )
		fmt.Println(x0)
	})
	fmt.Println(g0, g1, g2, g3, g4, g5, g6, )
}
