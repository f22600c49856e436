package main

import "fmt"

type S0 struct {
	f0 [2]string
	f1 uint64
	f2 []uint
	f3 uint
}
type S1 struct {
	f0 []uint32
	f1 S0
	f2 int64
	f3 [4]uint64
}
type S2 struct {
	f0 float64
	f1 uint8
	f2 float64
}

var gi, gf, gb, gs = 65, 22.75, true, "gs"
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
func fn0(p7 *S1, p8 uint, p9 uint, p10 int32, ) (res11 int32, res12 string, res13 string, ) {
	for i14, e15 := range [][3]uint64{[3]uint64{uint64(gi), uint64(gi), p7.f1.f1, }, [3]uint64{p7.f3[uint(g0)%4], p7.f3[uint(g0)%4], p7.f1.f1, }} {
		_, _ = i14, e15
		res12 = string(rune(((uint16(gi)-(17))+((-(uint16(gi)))))))
	}
	func() {
		defer func() {
			p7.f0[uint(g0)%3] -= p7.f0[g0]
			fmt.Println(recover())
		}()
		if ((g2==g2)||((gb==(gb)))) {
			func() {
				defer func() {
					v16 := &S0{f2: []uint{p8, (p8>>(g0)), (p8*(p8))}, }
					_ = v16
					fmt.Println(recover())
				}()
				v17 := int32(float64((g0-(g0))))
				_ = v17
			}()
		} else {
			if (S2{f0: g4, f1: g2, f2: g4, }==(S2{f0: g4, f1: g2, f2: g4, })) {
				v18 := int16(len((cut(g1, g0, g0)+"héllo")))
				_ = v18
				fmt.Println([1]int{g0, })
				v19 := int64(float64((g4*g4)))
				_ = v19
			}
			p7.f3[uint(g0)%4], g4 = (p7.f3[uint(g0)%4]|(p7.f3[0])), g4
		}
		func() {
			func() {
				defer func() {
					v20 := &S2{f0: float64(g4), f2: float64(float32(int8(gi))), }
					_ = v20
					fmt.Println(recover())
				}()
				p7.f1.f3 = ((uint(g4)>>67)/(25))
			}()
			for i21, e22 := range []string{cut(g1, g0, g0), g1} {
				_, _ = i21, e22
				v23 := S0{f1: (uint64(gi)>>36), f2: []uint{p8, uint(float32(gf)), p9}, }
				_ = v23
				(*p7) = S1{f0: append([]uint32{p7.f0[uint(i21)%3], uint32(gi), p7.f0[uint(g0)%3]}, (uint32(gi)|(p7.f0[0]))), f1: S0{f1: uint64(gi), f3: (p8+(p8)), }, f2: (^(int64(gi))), }
				p7.f3[0] = v23.f1
				v24 := [][]uint{p7.f1.f2, []uint{p9, uint(len(res13)), (v23.f3^(8))}, []uint{p8, p9, p7.f1.f3}}
				_ = v24
			}
		}()
	}()
	p7.f2 += (int64(len(res13))&^((p7.f2>>(int16(gi)))))
	fmt.Println(append([]float32{(-(float32(gf))), (float32(gf)*(2.25)), (float32(gf)*float32(gf))}, (float32(float32(gf))/(3.14159))))
	return (g3+((-2147483648))), res12, ((res12+g1)+string([]byte(res13)))
}
func fn1(p25 int16, p26 int8, ) (int16, int32, uint8, ) {
	g3 -= (^((g3|((-2147483648)))))
	func() {
		g1 += (g1+g1)
	}()
	for i27 := range 5 {
		_ = i27
	}
	func() {
		for i28, e29 := range []S2{S2{f0: g4, f1: g2, f2: g4, }, S2{f1: g2, }} {
			_, _ = i28, e29
		}
	}()
	p26, p26 = int8(len(g6)), int8(float32(gf))
	g1, g1 = g1, g1
	for i30 := range 3 {
		_ = i30
		r31, r32, r33 := fn0(&S1{f0: []uint32{uint32(gi), uint32(gi), uint32(gi)}, }, (uint(gi)&^(uint(gi))), (^(uint(gi))), g3, )
		_, _, _ = r31, r32, r33
		v34 := append([][2]uint16{[2]uint16{uint16(gi), uint16(gi), }, [2]uint16{uint16(gi), uint16(gi), }, [2]uint16{uint16(gi), uint16(gi), }}, [2]uint16{(uint16(gi)&^(uint16(gi))), (^(uint16(gi))), })
		_ = v34
		for i35, e36 := range []bool{(S2{}==(S2{})), (g2<(4))} {
			_, _ = i35, e36
			g0 = int(len((string(rune(v34[uint(g0)%3][0]))+g1)))
		}
	}
	for i37 := range 4 {
		_ = i37
		p26, p26 = int8(int64(gi)), p26
	}
	switch x38 := g4; {
	case x38 > (-(g4)):
		p25 = int16(len(g1))
	case x38 == float64(float32(gf)):
		v39 := (((g0|(g0))&^((-9223372036854775808)))<(g0&(9223372036854775807)))
		_ = v39
		m40 := map[uint32]int{}
		m40[uint32(x38)]++
		m40[uint32(float32(g3))] += (g0^((-9223372036854775808)))
		fmt.Println(len(m40), m40[uint32(g0)])
	case x38 == float64(float32(gf)):
		v41 := g5
		_ = v41
		m42 := map[int8]int{}
		m42[((-(p26))/((p26&^(p26))))]++
		m42[max(int8(g2), int8(p25))] += (g0+(g0))
		fmt.Println(len(m42), m42[int8(float32(gf))])
	}
	return (int16(len(g1))<<20), int32(int16(p26)), uint8((float32(gf)*float32(gf)))
}
func fn2(p43 int, p44 uint16, p45 uint8, p46 string, ) (int8, ) {
	r47, r48, r49 := fn0(&S1{f0: []uint32{uint32(gi), uint32(gi), uint32(gi)}, f1: g5, f3: [4]uint64{}, }, uint(g4), (^(uint(gi))), max(g3, g3), )
	_, _, _ = r47, r48, r49
	r50, r51, r52 := fn1(int16(p45), (int8(gi)+(int8(gi))), )
	_, _, _ = r50, r51, r52
	v53 := min(((uint32(gi)&(uint32(gi)))&^(4294967295)), min((uint32(gi)-(4294967294)), (uint32(gi)^(uint32(gi)))))
	_ = v53
	g4 = (g4*g4)
	v54 := string([]byte((string(rune(p44))+"x\x00y")))
	_ = v54
	m55 := map[int64]int{}
	m55[max((int64(gi)-(int64(gi))), (-(int64(gi))))]++
	m55[(int64(v53)&^(91))] += int(float32(gf))
	fmt.Println(len(m55), m55[int64(g4)])
	func() {
		fmt.Println(p44)
		func() {
			defer func() {
				p44 ^= uint16(int8(len(g6)))
				fmt.Println(recover())
			}()
			v56 := S1{f1: S0{f0: [2]string{g1, r48, }, f1: (uint64(gi)-(82)), f2: []uint{uint(gi), uint(gi), uint(gi)}, f3: (uint(gi)|(uint(gi))), }, f2: ((int64(gi)+(30))>>(g0)), f3: [4]uint64{uint64(g4), uint64(float32(gf)), (uint64(gi)%(uint64(gi))), uint64(uint(gi)), }, }
			_ = v56
			func() {
				v57 := (-(max(r50, r50)))
				_ = v57
				g0 |= g0
			}()
		}()
		v58 := []uint8{((p45>>67)<<((g2>>18))), (min(g2, g2)+(g2)), ((^(p45))|(uint8(len(g6))))}
		_ = v58
	}()
	func() {
		defer func() {
			p44--
			fmt.Println(recover())
		}()
		func() {
			defer func() {
				r51 = int32(len(g6[1:]))
				fmt.Println(recover())
			}()
			for i59, e60 := range []S2{S2{f1: g2, f2: g4, }, S2{f1: g2, }} {
				_, _ = i59, e60
				v61 := [2][]uint8{[]uint8{uint8(gi), uint8(gi), uint8(gi)}[1:][1:], []uint8{r52, r52, p45}, }
				_ = v61
				fmt.Println(e60.f0)
			}
			m62 := map[uint32]int{}
			m62[(uint32(len(r48))-(36))]++
			m62[uint32((p44+(p44)))] += (g0&(g0))
			fmt.Println(len(m62), m62[(v53+(v53))])
		}()
		switch x63 := (^((g2&^(r52)))); {
		case x63 > p45:
			if !((gb==(gb))) {
				v53++
				r52 = g2
			} else {
				fmt.Println((((int64(gi)*(549755813888))&((int64(gi)&^(32768))))&(min(int64(gi), (^(int64(gi)))))))
				v64 := ((-((int8(gi)&^(16))))<<66)
				_ = v64
				fmt.Println(r52)
			}
		case x63 < g2:
			g2 = (string([]byte(string([]byte(r48))))+"z")[0]
			if ((int8(gi)<=(16))&&((gb&&(gb)))) {
				r50 = r50
				g5 = S0{f0: [2]string{cut(r49, p43, p43), cut(r48, g0, g0), }, f1: ((uint64(gi)|(uint64(gi)))>>22), f2: []uint{(uint(gi)/(uint(gi))), (-(uint(gi))), uint(r52)}, f3: (uint(r50)<<38), }
				g1 = cut((r48+"go"), int(float32(g4)), ((g0>>2)+(96)))
			} else {
				r65, r66, r67 := fn0(&S1{f0: []uint32{uint32(gi), uint32(gi), uint32(gi)}, f1: g5, f3: [4]uint64{}, }, uint(len(g6)), uint(len(g1)), (r47*(2147483647)), )
				_, _, _ = r65, r66, r67
				r68, r69, r70 := fn0(&S1{f1: g5, f2: int64(gi), }, uint(p44), (uint(gi)>>(g0)), r47, )
				_, _, _ = r68, r69, r70
			}
		case x63 < uint8(g0):
			switch x71 := float64((float32(gf)/(1e-3))); {
			case x71 < (g4-(1e10)):
				g0 = (((g0*(g0))&^(g0))^(((-(p43))&((-9223372036854775808)))))
			case x71 < float64(g0):
				v72 := []float32{float32((g4*g4)), ((-(float32(gf)))/(float32(gf)/float32(gf))), (-(float32(v53)))}
				_ = v72
			case x71 < g4:
				v73 := ((-((float32(gf)*float32(gf))))+((float32(gf)/float32(gf))-((-7.5))))
				_ = v73
			}
		}
	}()
	r74, r75, r76 := fn0(&S1{f0: []uint32{uint32(gi), uint32(gi), uint32(gi)}, f2: int64(gi), f3: [4]uint64{}, }, (uint(gi)-(uint(gi))), uint(g4), int32(g4), )
	_, _, _ = r74, r75, r76
	if (!(gb)||((gb&&(gb)))) {
		for i77 := range 4 {
			_ = i77
			r78, r79, r80 := fn1((r50*(r50)), (-(int8(gi))), )
			_, _, _ = r78, r79, r80
			for i81 := 0; i81 < 5; i81++ {
				v82 := r52
				_ = v82
				v83 := i77
				_ = v83
			}
			func() {
				r50 = r50
			}()
		}
		for i84 := 0; i84 < 6; i84++ {
			func() {
				v85 := int16(float64((-(g4))))
				_ = v85
				r86, r87, r88 := fn0(&S1{f0: []uint32{uint32(gi), uint32(gi), uint32(gi)}, f1: g5, f3: [4]uint64{}, }, uint(gi), (uint(gi)|(34359738368)), (g3>>(uint(gi))), )
				_, _, _ = r86, r87, r88
			}()
			m89 := map[uint32]int{}
			m89[v53]++
			m89[uint32((g4*(3.14159)))] += (^(i84))
			fmt.Println(len(m89), m89[(v53>>2)])
			if ((gb!=(gb))==((gb||(gb)))) {
				v90 := uint8((g4+(0.5)))
				_ = v90
				fmt.Println(int64((float32(int8(gi))+(0.5))))
				v53 = (-(((v53&(4294967295))>>29)))
			}
		}
	}
	return (^((int8(gi)<<20)))
}
func fn3() (*float32, string, uint64, ) {
	v91 := [][]uint64{[]uint64{(uint64(gi)<<26), uint64(len(g6)), uint64(float32(gf))}, []uint64{uint64(float32(gf)), (uint64(gi)*(32)), (uint64(gi)+(uint64(gi)))}, append([]uint64{uint64(gi), uint64(gi), uint64(gi)}, (uint64(gi)&(50)))}
	_ = v91
	g0 = g0
	g5 = S0{f0: [2]string{g1, string(rune(uint16(gi))), }, f1: v91[0][uint(g0)%3], f3: (uint(gi)>>6), }
	func() {
		if (g1<=g1) {
			if ((-(uint16(gi)))>(65535)) {
				r92, r93, r94 := fn0(&S1{f2: int64(gi), f3: [4]uint64{}, }, uint(len(g1)), (uint(gi)*(uint(gi))), (g3*(g3)), )
				_, _, _ = r92, r93, r94
			}
			v95 := [2]int8{((int8(gi)&^(int8(gi)))+((-128))), fn2(g0, min(uint16(gi), uint16(gi)), (g2/(g2)), g1, ), }
			_ = v95
		} else {
			r96 := fn2((-(g0)), (uint16(gi)/(87)), g2, g1, )
			_ = r96
			switch x97 := ((g0*((-98)))>>65); {
			case x97 == g0:
				r96 |= int8((g4/g4))
			case x97 < (g0<<(int64(gi))):
				fmt.Println((int((int16(gi)%(int16(gi))))+(83)))
			case x97 < (g0*(6)):
				g0 *= ((x97>>28)+(min(x97, g0)))
			}
		}
		if ((g0|(g0))<(47)) {
			v98 := ptr_string(g1)
			_ = v98
		} else {
			func() {
				v99 := []S1{S1{f0: []uint32{uint32(gi), uint32(gi), uint32(gi)}, f1: g5, f2: int64(uint(gi)), f3: [4]uint64{v91[2][1], v91[0][2], v91[0][uint(g0)%3], v91[0][uint(g0)%3], }, }, S1{f1: g5, f2: (int64(gi)-(int64(gi))), }, S1{f0: append([]uint32{uint32(gi), uint32(gi), uint32(gi)}, uint32(gi)), f1: g5, f2: (int64(gi)&^(int64(gi))), f3: [4]uint64{v91[uint(g0)%3][1], v91[uint(g0)%3][0], v91[g0][2], v91[uint(g0)%3][uint(g0)%3], }, }}
				_ = v99
				g4 = (((g4-((-7.5)))*g4)*(g4*(-(g4))))
				v100 := (((v99[g0].f2&^(v99[0].f2))-(int64(float32(gf))))>>(((g2%(32))>>35)))
				_ = v100
			}()
		}
	}()
	g2 = g2
	if ((gb==(gb))==((uint(gi)==(9223372036854775806)))) {
		g0 -= g0
		if ((v91[uint(g0)%3][uint(g0)%3]>=v91[uint(g0)%3][0])==(!(gb))) {
			if (!(gb)||((gb!=(gb)))) {
				v101 := (^((uint32(int8(gi))*(uint32(float32(gf))))))
				_ = v101
				r102 := fn2((g0<<(v91[uint(g0)%3][uint(g0)%3])), (uint16(gi)*(96)), (-(g2)), g1, )
				_ = r102
				v91[uint(g0)%3][uint(g0)%3]--
			} else {
				v103 := string(rune((uint16(gi)&^(uint16(int8(gi))))))
				_ = v103
				g1 = (v103+"")
			}
			fmt.Println(S2{f0: g4, f1: (uint8(g4)&^(g2)), f2: g4, })
		} else {
			func() {
				defer func() {
					r104 := fn2((g0<<(uint(gi))), (uint16(gi)/(uint16(gi))), (g2*(g2)), (g1+g1), )
					_ = r104
					fmt.Println(recover())
				}()
				r105 := fn2(min(g0, g0), uint16(len(g1)), max(g2, g2), (g1+""), )
				_ = r105
			}()
		}
	} else {
		fmt.Println(v91[uint(g0)%3][0])
		g1 = (g1+"a")
		g5 = S0{f0: [2]string{(g1+g1), g1, }, f1: (v91[2][0]>>45), f2: []uint{max(uint(gi), uint(gi)), (uint(gi)/(uint(gi))), (^(uint(gi)))}, f3: uint((float32(gf)/(3.14159))), }
	}
	v106 := ptr_int32(((g3&^((-92)))&^(g3)))
	_ = v106
	r107 := fn2((g0-(g0)), (uint16(gi)&^(uint16(gi))), (g2+(255)), (g1+"a"), )
	_ = r107
	m108 := map[float64]int{}
	m108[((-(g4))+float64(g4))]++
	m108[((g4-g4)/(2.25))] += max(g0, g0)
	fmt.Println(len(m108), m108[g4])
	v109 := []float64{((g4*(100))*(g4*(1e10))), g4, (float64(g4)-float64(g4))}
	_ = v109
	return ptr_float32((float32(gf)+float32(gf))), (g1+"x\x00y"), (v91[0][uint(g0)%3]%(v91[0][uint(g0)%3]))
}
func fn4(p110 []uint64, p111 uint16, ) (uint16, int8, uint16, ) {
	v112 := []int64{int64(gi), int64(gi), int64(gi)}[1:][1:]
	_ = v112
	v113 := (min(int16(uint(gi)), min(int16(gi), int16(gi)))%((int16(gi)<<66)))
	_ = v113
	if ((gb!=(gb))&&(!(gb))) {
		func() {
			defer func() {
				r114, r115, r116 := fn3()
				_, _, _ = r114, r115, r116
				fmt.Println(recover())
			}()
			switch x117 := p110[1]; {
			case x117 == p110[uint(g0)%3]:
				v118 := append([]float32{float32(float32(gf)), (float32(gf)/((-7.5))), (float32(gf)-(2.25))}, ((float32(gf)+float32(gf))+(0.5)))
				_ = v118
				g3 += (g3*(22))
			case x117 < max(uint64(gi), p110[0]):
				r119, r120, r121 := fn0(ptr_S1(S1{}), uint(len(g1)), uint(gi), (g3>>(uint(gi))), )
				_, _, _ = r119, r120, r121
				g1 = string([]byte(cut((r120+""), (g0/(g0)), g0)))
			case x117 > max(p110[uint(g0)%3], p110[uint(g0)%3]):
				fmt.Println((((uint32(gi)|(uint32(gi)))&(4294967295))*(95)))
				fmt.Println((((^(uint(gi)))<<0)<<((int8(len(g6))&((int8(gi)|(int8(gi))))))))
			}
			v122 := (min((p110[2]-(4194304)), p110[0])*(9223372036854775806))
			_ = v122
		}()
	} else {
		func() {
			defer func() {
				p110[0] = (^(((p110[uint(g0)%3]^(72))|(9223372036854775807))))
				fmt.Println(recover())
			}()
			r123, r124, r125 := fn3()
			_, _, _ = r123, r124, r125
		}()
	}
	fmt.Println(append([]int16{(^(v113)), int16(g4), (v113&^(v113))}, ((v113*((-88)))>>43)))
	g1 += (g1+"go")
	return p111, ((int8(gi)^(int8(gi)))-(51)), (p111<<58)
}
func fn5(p126 int32, p127 uint32, ) (res128 string, res129 int8, ) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("recovered", r)
		}
	}()
	m130 := map[uint32]int{}
	m130[uint32((float32(gf)*(3.14159)))]++
	m130[(uint32(int64(gi))*(p127))] += int(len(g1))
	fmt.Println(len(m130), m130[(p127*(81))])
	switch x131 := ((uint64(gi)%(34))+(27)); {
	case x131 > min(uint64(gi), uint64(gi)):
		g4 = ((float64(x131)+float64(g4))/(1e-3))
		v132 := [1]int32{(min(g3, g3)<<33), }
		_ = v132
	case x131 == (uint64(gi)&(536870912)):
		if ((float32(gf)>=(100))==(true)) {
			switch x133 := (int8(len(g6))*(res129)); {
			case x133 > res129:
				v134 := g2
				_ = v134
			case x133 < fn2(g0, uint16(gi), g2, g1, ):
				v135 := &S1{f0: []uint32{p127, (p127/(p127)), (p127&^(p127))}, f1: S0{f0: [2]string{res128, g1, }, f2: []uint{uint(gi), uint(gi), uint(gi)}, }, f2: int64(g3), f3: [4]uint64{(x131+(x131)), uint64(len(g6)), (x131<<65), x131, }, }
				_ = v135
			case x133 == res129:
				g0--
			}
			v136 := uint16((-((float32(gf)/(2.25)))))
			_ = v136
			if !((S2{}==(S2{}))) {
				v137 := min(p126, (g3+((p126&(p126)))))
				_ = v137
				fmt.Println(v136)
			}
		} else {
			switch x138 := ((int16(gi)+(32767))|((int16(gi)/(56)))); {
			case x138 < int16(gi):
				g0 = g0
			case x138 > (int16(gi)<<(g0)):
				r139, r140, r141 := fn4(append([]uint64{uint64(gi), uint64(gi), uint64(gi)}, x131), (uint16(gi)<<16), )
				_, _, _ = r139, r140, r141
			case x138 == int16(gi):
				p126 = (p126&^(p126))
			}
			v142 := ((-((-(float32(gf)))))/float32(min(x131, x131)))
			_ = v142
			if ((v142==v142)==((gb!=(gb)))) {
				res129++
			} else {
				res129 = ((-(res129))>>43)
			}
		}
		if ((gb==(gb))==((gb||(gb)))) {
			fmt.Println(p126)
		} else {
			g0--
			r143, r144, r145 := fn3()
			_, _, _ = r143, r144, r145
		}
	case x131 == uint64(float32(gf)):
		res129 = (min(res129, res129)&(int8(g4)))
	}
	v146 := []int16{(int16(gi)&((-(int16(gi))))), int16(g3), int16(len(g6[0:]))}
	_ = v146
	v147 := (-(p127))
	_ = v147
	for i148 := range 4 {
		_ = i148
		r149, r150, r151 := fn4(append([]uint64{uint64(gi), uint64(gi), uint64(gi)}, uint64(gi)), uint16(float32(gf)), )
		_, _, _ = r149, r150, r151
		r149 = r151
	}
	g2 = uint8(len((string(rune(uint16(gi)))+"a")))
	v152 := [4]uint64{((uint64(gi)^(uint64(gi)))%(uint64(float32(gf)))), (uint64(gi)&(9223372036854775807)), ((uint64(gi)|(uint64(gi)))/(53)), uint64(max(g0, g0)), }
	_ = v152
	func() {
		g0 = int(((-(float32(gf)))*(-(float32(gf)))))
	}()
	for i153, e154 := range []int16{min(v146[1], v146[uint(g0)%3]), (int16(gi)^(int16(gi)))} {
		_, _ = i153, e154
		e154 /= (e154<<(max(int64(gi), int64(gi))))
		func() {
			func() {
				defer func() {
					fmt.Println((((int64(gi)<<27)<<43)>>47))
					fmt.Println(recover())
				}()
				v155 := ((-(uint(res129)))-(67))
				_ = v155
			}()
		}()
	}
	return (g1+"x\x00y"), (-(int8(len(g6))))
}
func main() {
	try(func() {
		x0, x1, x2 := fn0(ptr_S1(S1{}), (uint(gi)|(uint(gi))), (uint(gi)*(uint(gi))), (g3&^((-2147483648))), )
		fmt.Println(x0)
		fmt.Println(x1)
		fmt.Println(x2)
	})
	try(func() {
		x0, x1, x2 := fn1(min(int16(gi), int16(gi)), int8(int8(gi)), )
		fmt.Println(x0)
		fmt.Println(x1)
		fmt.Println(x2)
	})
	try(func() {
		x0 := fn2(g0, (uint16(gi)*(85)), g2, g1, )
		fmt.Println(x0)
	})
	try(func() {
		x0, x1, x2 := fn3()
		_ = x0
		fmt.Println(x1)
		fmt.Println(x2)
	})
	try(func() {
		x0, x1, x2 := fn4([]uint64{uint64(gi), uint64(gi), uint64(gi)}, uint16(uint16(gi)), )
		fmt.Println(x0)
		fmt.Println(x1)
		fmt.Println(x2)
	})
	try(func() {
		x0, x1 := fn5(int32(len(g1)), (uint32(gi)>>59), )
		fmt.Println(x0)
		fmt.Println(x1)
	})
	try(func() {
		x0, x1, x2 := fn0(&S1{f0: []uint32{uint32(gi), uint32(gi), uint32(gi)}, f1: g5, f2: int64(gi), f3: [4]uint64{}, }, (uint(gi)*(uint(gi))), uint(float32(gf)), (g3&^(g3)), )
		fmt.Println(x0)
		fmt.Println(x1)
		fmt.Println(x2)
	})
	try(func() {
		x0, x1, x2 := fn1(max(int16(gi), int16(gi)), (int8(gi)*(int8(gi))), )
		fmt.Println(x0)
		fmt.Println(x1)
		fmt.Println(x2)
	})
	try(func() {
		x0 := fn2((g0/(g0)), (-(uint16(gi))), (^(g2)), string(rune(uint16(gi))), )
		fmt.Println(x0)
	})
	try(func() {
		x0, x1, x2 := fn3()
		_ = x0
		fmt.Println(x1)
		fmt.Println(x2)
	})
	try(func() {
		x0, x1, x2 := fn4([]uint64{uint64(gi), uint64(gi), uint64(gi)}, (uint16(gi)&(uint16(gi))), )
		fmt.Println(x0)
		fmt.Println(x1)
		fmt.Println(x2)
	})
	try(func() {
		x0, x1 := fn5((g3/((-2147483648))), (uint32(gi)|(uint32(gi))), )
		fmt.Println(x0)
		fmt.Println(x1)
	})
	try(func() {
		x0, x1, x2 := fn0(&S1{f0: []uint32{uint32(gi), uint32(gi), uint32(gi)}, f1: g5, f2: int64(gi), }, uint(len(g6)), uint(float32(gf)), (g3<<48), )
		fmt.Println(x0)
		fmt.Println(x1)
		fmt.Println(x2)
	})
	try(func() {
		x0, x1, x2 := fn1(int16(uint32(gi)), (int8(gi)+((-128))), )
		fmt.Println(x0)
		fmt.Println(x1)
		fmt.Println(x2)
	})
	try(func() {
		x0 := fn2((g0|(g0)), (uint16(gi)*(65535)), (g2<<(uint32(gi))), g1, )
		fmt.Println(x0)
	})
	try(func() {
		x0, x1, x2 := fn3()
		_ = x0
		fmt.Println(x1)
		fmt.Println(x2)
	})
	try(func() {
		x0, x1, x2 := fn4(append([]uint64{uint64(gi), uint64(gi), uint64(gi)}, uint64(gi)), uint16(g4), )
		fmt.Println(x0)
		fmt.Println(x1)
		fmt.Println(x2)
	})
	try(func() {
		x0, x1 := fn5((g3>>61), uint32(gi), )
		fmt.Println(x0)
		fmt.Println(x1)
	})
	fmt.Println(g0, g1, g2, g3, g4, g5, g6, )
}
