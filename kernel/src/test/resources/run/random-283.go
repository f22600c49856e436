package main

import "fmt"

type S0 struct {
	f0 float32
	f1 uint8
}
type S1 struct {
	f0 [1]bool
	f1 S0
	f2 *bool
}
type S2 struct {
	f0 uint
	f1 S0
	f2 int16
}

var gi, gf, gb, gs = 45, 48.75, true, "gs"
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
func fn0(p7 []int16, ) (float64, uint8, ) {
	func() {
		v8 := S1{f1: S0{f0: float32(g3), f1: (g2&(255)), }, f2: ptr_bool((gb==(false))), }
		_ = v8
		if (v8.f1.f0<(0.5)) {
			for i9 := 0; i9 < 1; i9++ {
				v10 := cut(string([]byte(g1)), i9, i9)
				_ = v10
			}
		} else {
			fmt.Println([]float32{((v8.f1.f0/(2.25))-(float32(gf)+v8.f1.f0)), v8.f1.f0, float32((-(v8.f1.f0)))})
			for i11 := range 3 {
				_ = i11
				v12 := [4]float32{(float32(uint32(gi))/v8.f1.f0), v8.f1.f0, (-(v8.f1.f0)), ((v8.f1.f0/(1e10))+(v8.f1.f0+(100))), }
				_ = v12
			}
			fmt.Println(((S0{f0: v8.f1.f0, f1: v8.f1.f1, }==(v8.f1))==((S0{f0: v8.f1.f0, }==(S0{f0: v8.f1.f0, f1: g2, })))))
		}
	}()
	g2, g2 = (g2&^(1)), uint8(uint64(gi))
	fmt.Println([2]uint8{uint8((float32(gf)*float32(gf))), (min(g2, g2)+(254)), })
	fmt.Println(g2)
	func() {
		g1 += g1
		v13 := ((^(g0))<<(uint8(len([]int{g0, g0, g0}))))
		_ = v13
	}()
	v14 := ((float64(uint16(gi))-g4)<g4)
	_ = v14
	if (!(v14)||((uint(gi)>(44)))) {
		func() {
			fmt.Println(int64(len([]int{g0, min(g0, g0), g0})))
		}()
		if (v14||(!(v14))) {
			m15 := map[int64]int{}
			m15[int64((g4+g4))]++
			m15[(min(int64(gi), int64(gi))>>48)] += (g0+(g0))
			fmt.Println(len(m15), m15[(int64(gi)|(9223372036854775807))])
			for i16, e17 := range [][]int32{[]int32{g3, g3, g3}, append([]int32{int32(gi), int32(gi), int32(gi)}, g3)} {
				_, _ = i16, e17
				v18 := int64(max((int8(gi)&(int8(gi))), (int8(gi)&^(int8(gi)))))
				_ = v18
			}
			fmt.Println((uint16((uint(gi)*(uint(gi))))%(65535)))
		}
	} else {
		p7[uint(g0)%3] = ((p7[g0]-(min(p7[uint(g0)%3], p7[2])))&^((p7[uint(g0)%3]+(p7[uint(g0)%3]))))
	}
	v19 := ptr_S0(S0{f0: (float32(gf)/((-7.5))), f1: (g2^(g2)), })
	_ = v19
	v20 := [2]float64{float64((-(g2))), g4, }
	_ = v20
	return g4, max(uint8(uint64(gi)), (g2&(v19.f1)))
}
func fn1() (res21 uint32, res22 uint32, ) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("recovered", r)
		}
	}()
	if ((g5==(g5))!=((float32(gf)>float32(gf)))) {
		r23, r24 := fn0([]int16{int16(gi), int16(gi), int16(gi)}[1:], )
		_, _ = r23, r24
	} else {
		v25 := (int16((g4+g4))+(int16(len(string([]byte(g1))))))
		_ = v25
		res21 += ((res21&^(27))*((res21>>38)))
		switch x26 := g3; {
		case x26 == (^(g3)):
			func() {
				g2 = g2
			}()
		case x26 > (g3%(g3)):
			func() {
				g2--
			}()
			g3 = max(((g3>>68)|(max(g3, g3))), ((x26|(g3))&((-2147483648))))
		case x26 > (g3%(g3)):
			r27, r28 := fn0([]int16{v25, v25, v25}, )
			_, _ = r27, r28
		}
	}
	switch x29 := (int(len(g1))&^((g0<<(uint(gi))))); {
	case x29 == int(len(g1)):
		v30 := (^(((int16(gi)^(57))-(51))))
		_ = v30
	case x29 == g0:
		fmt.Println((uint16(gi)%(uint16(len(g1)))))
	case x29 == g0:
		v31 := ((int8(len(g6))^(4))|((-128)))
		_ = v31
		r32, r33 := fn0([]int16{int16(gi), int16(gi), int16(gi)}[0:], )
		_, _ = r32, r33
	}
	if ((uint(gi)&^(uint(gi)))!=uint(gi)) {
		m34 := map[int16]int{}
		m34[(max(int16(gi), int16(gi))&(int16(len(g1))))]++
		m34[((int16(gi)<<17)/((int16(gi)^(int16(gi)))))] += (g0|(g0))
		fmt.Println(len(m34), m34[(int16(gi)&^(512))])
	}
	switch x35 := ((int64(gi)>>(int8(gi)))*((int64(gi)&(int64(gi))))); {
	case x35 == (int64(gi)<<(int16(gi))):
		for i36 := range 1 {
			_ = i36
			switch x37 := (g2>>(int32(g2))); {
			case x37 < (g2<<62):
				r38, r39 := fn0([]int16{int16(gi), int16(gi), int16(gi)}, )
				_, _ = r38, r39
			case x37 < g2:
				r40, r41 := fn0([]int16{int16(gi), int16(gi), int16(gi)}, )
				_, _ = r40, r41
			case x37 > (g1+"z")[0]:
				g4 = ((float64(uint64(gi))/(g4/g4))+(g4/float64(float32(gf))))
				g3 ^= g3
			}
		}
		switch x42 := (max(int8(gi), int8(gi))&^(64)); {
		case x42 < (-(int8(gi))):
			func() {
				defer func() {
					r43, r44 := fn0([]int16{int16(gi), int16(gi), int16(gi)}, )
					_, _ = r43, r44
					fmt.Println(recover())
				}()
				g5 = g5
			}()
		case x42 == (int8(gi)+(int8(gi))):
			g3 &^= ((g3>>(uint64(gi)))>>(uint32(g0)))
		case x42 < (-(int8(gi))):
			for i45 := 0; i45 < 5; i45++ {
				g1 += g1
			}
		}
	case x35 < int64(len(g1)):
		func() {
			switch x46 := uint((int16(gi)<<(g3))); {
			case x46 > (uint(gi)&^(uint(gi))):
				fmt.Println((uint16((int16(gi)&(64)))*(min((uint16(gi)&(uint16(gi))), (uint16(gi)|(uint16(gi)))))))
			case x46 < uint(len(g1)):
				v47 := append([]bool{(g5==(g5)), (g5==(g5)), (gb!=(gb))}, !((uint16(gi)<=(57))))
				_ = v47
				fmt.Println(res22)
			case x46 == (uint(gi)^(9223372036854775806)):
				g1 = (string([]byte(cut(g1, g0, g0)))+"héllo")
			}
		}()
		switch x48 := uint16((g3&^(8))); {
		case x48 > (uint16(gi)>>65):
			switch x49 := ((res22*(29))-((res21^(4294967294)))); {
			case x49 == (res21&^(res21)):
				g3 = ((g3<<26)^((-(g3))))
				g3 = (((g3%(8192))&((-2147483648)))/((g3&(30))))
			case x49 > (res22|(res21)):
				g5 = g5
				v50 := string(rune(x48))
				_ = v50
			case x49 > res22:
				v51 := S0{f0: (-((float32(gf)+float32(gf)))), f1: ((g2/(98))+(42)), }
				_ = v51
			}
		case x48 < (uint16(gi)&(uint16(gi))):
			func() {
				defer func() {
					v52 := [4]int64{((x35^(38))&(8589934592)), (x35&(45)), (-((x35-(1)))), int64(len(g1)), }
					_ = v52
					fmt.Println(recover())
				}()
				v53 := ((uint8(g2)*(g2))|(255))
				_ = v53
			}()
			r54, r55 := fn0([]int16{int16(gi), int16(gi), int16(gi)}, )
			_, _ = r54, r55
		case x48 < (uint16(gi)>>(g3)):
			g4 = g4
			switch x56 := string([]byte(cut(g1, g0, g0))); {
			case x56 > g1:
				v57 := ptr_uint32(uint32(len(string([]byte(x56)))))
				_ = v57
			case x56 > g1:
				v58 := []uint32{((res21/(res22))%(uint32(g0))), res21, ((res21-(4294967294))/(32))}
				_ = v58
			case x56 < string([]byte(g1)):
				r59, r60 := fn0([]int16{int16(gi), int16(gi), int16(gi)}, )
				_, _ = r59, r60
			}
		}
	case x35 > (int64(gi)/((-9223372036854775808))):
	}
	func() {
		v61 := (((uint16(gi)&^(uint16(gi)))-(max(uint16(gi), uint16(gi))))%(65535))
		_ = v61
		func() {
			defer func() {
				g4 = (-(((g4+g4)/float64(int8(gi)))))
				fmt.Println(recover())
			}()
			v61 = v61
			if ((int16(gi)<=(32767))==((v61>=v61))) {
				v62 := (g3/(g3))
				_ = v62
			} else {
				fmt.Println(min(((uint64(gi)/(uint64(gi)))<<(int16(float32(gf)))), ((uint64(gi)&(26))/(34359738368))))
			}
		}()
	}()
	g0 = int((-((float32(gf)*float32(gf)))))
	return (max(res21, res21)+(59)), (min(res22, res22)^(uint32(res21)))
}
func fn2() (string, uint16, ) {
	for i63, e64 := range []float32{(-(float32(gf))), (-(float32(gf)))} {
		_, _ = i63, e64
		e64 = ((float32(uint16(gi))/(-(e64)))-(-((-(e64)))))
	}
	v65 := uint8(len([]int{int(g4), (g0>>(int8(gi))), int(float32(gf))}))
	_ = v65
	if ((uint16(gi)|(uint16(gi)))>(uint16(gi)<<40)) {
		r66, r67 := fn0(append([]int16{int16(gi), int16(gi), int16(gi)}, int16(gi)), )
		_, _ = r66, r67
		func() {
			g1 += (g1+"")
			v68 := cut((g1+"longer text, really"), g0, (g0>>((int16(gi)<<(uint16(gi))))))
			_ = v68
			func() {
				g3 /= g3
				v69 := (((float32(gf)/(1e10))*float32(float32(gf)))+((float32(gf)*(1e-3))-(float32(gf)/float32(gf))))
				_ = v69
			}()
		}()
		if ((g5==(g5))==((g3<g3))) {
			r70, r71 := fn1()
			_, _ = r70, r71
		}
	} else {
		for i72, e73 := range []*S1{ptr_S1(S1{}), &S1{f1: g5, }} {
			_, _ = i72, e73
			v74 := ((float64(i72)+(0.5))+float64(int32(int8(gi))))
			_ = v74
			if (S0{f0: e73.f1.f0, f1: g2, }==(S0{f1: g2, })) {
				v75 := !(!((e73.f0[uint(g0)%1]!=(gb))))
				_ = v75
				v76 := ((int64(gi)>>62)|((-9223372036854775808)))
				_ = v76
			}
			fmt.Println(S0{f0: (e73.f1.f0-e73.f1.f0), f1: v65, })
			switch x77 := (^((uint16(gi)>>47))); {
			case x77 > (uint16(gi)/(uint16(gi))):
				r78, r79 := fn1()
				_, _ = r78, r79
			case x77 > uint16(int16(gi)):
				v80 := g1
				_ = v80
			case x77 < uint16(uint32(gi)):
				v81 := (((uint32(gi)|(4294967295))<<((int64(gi)<<(e73.f1.f1))))/(uint32(len(g1))))
				_ = v81
			}
		}
		g3++
	}
	func() {
		defer func() {
			g5 = g5
			fmt.Println(recover())
		}()
		func() {
			defer func() {
				fmt.Println(recover())
			}()
			for i82, e83 := range []uint16{(uint16(gi)|(uint16(gi))), uint16(len(g6))} {
				_, _ = i82, e83
				v84 := (((^(uint64(gi)))&^(uint64(uint(gi))))>>(int((float32(gf)+float32(gf)))))
				_ = v84
				v85 := (uint32((g3<<(uint(gi))))>>(uint64(len(string([]byte(g1))))))
				_ = v85
			}
			r86, r87 := fn1()
			_, _ = r86, r87
		}()
		g1 += (g1+"")
	}()
	v88 := uint8(len(string(rune(max(uint16(gi), uint16(gi))))))
	_ = v88
	r89, r90 := fn1()
	_, _ = r89, r90
	return g1, (uint16(gi)^(uint16(gi)))
}
func fn3(p91 float64, p92 int64, p93 *uint16, p94 string, ) (res95 float32, res96 string, ) {
	m97 := map[uint]int{}
	m97[uint((-(p91)))]++
	m97[(uint(uint(gi))<<29)] += (g0<<5)
	fmt.Println(len(m97), m97[(uint(gi)^(89))])
	g0 &^= g0
	r98, r99 := fn2()
	_, _ = r98, r99
	v100 := (((p92>>(g0))>>8)|((-60)))
	_ = v100
	g3 ^= g3
	fmt.Println((g3%(64)))
	v101 := []uint32{uint32((-(res95))), (-((^(uint32(gi))))), uint32((^(uint32(gi))))}
	_ = v101
	for i102, e103 := range []S0{S0{}, S0{f1: g2, }} {
		_, _ = i102, e103
		if (int(g4)!=(8388608)) {
			switch x104 := (-((*p93))); {
			case x104 < uint16(res95):
				res95 = (res95/(-(float32(p92))))
				r105, r106 := fn1()
				_, _ = r105, r106
			case x104 > max(r99, r99):
				g0 %= (i102/((-34)))
			case x104 < (r99-(65534)):
				fmt.Println((v100%(62)))
			}
		}
		if !((gb!=gb)) {
			v107 := g2
			_ = v107
		}
	}
	return ((res95/res95)+(3.14159)), (string([]byte(p94))+"")
}
func fn4(p108 uint16, p109 float64, p110 [3]int, ) (uint16, int32, int32, ) {
	func() {
		defer func() {
			p110[0], g0 = int(g0), (g0^(p110[g0]))
			fmt.Println(recover())
		}()
		v111 := []int64{int64(g3), ((int64(gi)>>(uint(gi)))-((-21))), int64((g3&(g3)))}
		_ = v111
	}()
	for i112 := range 5 {
		_ = i112
		v113 := []S2{S2{f0: (uint(gi)-(uint(gi))), f1: S0{f0: float32(gf), }, f2: int16(len(g1)), }, S2{f0: uint(len(g6)), f1: S0{f0: float32(gf), f1: g2, }, f2: (int16(gi)<<(i112)), }, S2{f1: S0{f0: float32(gf), }, }}
		_ = v113
	}
	p110[uint(g0)%3] *= ((p110[uint(g0)%3]^(5))<<((g0>>30)))
	return (p108|(p108)), (g3<<28), max((g3<<(p108)), g3)
}
func fn5() (bool, int, ) {
	func() {
		defer func() {
			v114 := int((min(int8(gi), int8(gi))-(int8(uint(gi)))))
			_ = v114
			fmt.Println(recover())
		}()
		g2 = min(uint8(len(g1)), g2)
		v115 := (-((^((int8(gi)>>35)))))
		_ = v115
	}()
	g3 %= g3
	g3, g0 = g3, g0
	switch x116 := (-((g3-(g3)))); {
	case x116 == (g3&^(g3)):
		func() {
			m117 := map[uint8]int{}
			m117[g2]++
			m117[uint8((-(g4)))] += (g0/(g0))
			fmt.Println(len(m117), m117[min(g2, g2)])
		}()
		func() {
			defer func() {
				v118 := int(g4)
				_ = v118
				fmt.Println(recover())
			}()
			r119, r120 := fn0([]int16{int16(gi), int16(gi), int16(gi)}, )
			_, _ = r119, r120
			v121 := (int8(len(g1))+(127))
			_ = v121
		}()
	case x116 == (g3%(g3)):
		r122, r123 := fn2()
		_, _ = r122, r123
	case x116 == int32(g4):
		v124 := (int16(gi)&^(57))
		_ = v124
	}
	for i125 := 0; i125 < 3; i125++ {
		m126 := map[int16]int{}
		m126[int16(len(g1))]++
		m126[((int16(gi)^(int16(gi)))>>23)] += (i125|(i125))
		fmt.Println(len(m126), m126[int16(len(g6))])
	}
	return !((g5==(g5))), ((^(g0))>>57)
}
func main() {
	try(func() {
		x0, x1 := fn0(append([]int16{int16(gi), int16(gi), int16(gi)}, int16(gi)), )
		fmt.Println(x0)
		fmt.Println(x1)
	})
	try(func() {
		x0, x1 := fn1()
		fmt.Println(x0)
		fmt.Println(x1)
	})
	try(func() {
		x0, x1 := fn2()
		fmt.Println(x0)
		fmt.Println(x1)
	})
	try(func() {
		x0, x1 := fn3((g4*g4), int64(len(g1)), ptr_uint16(uint16(gi)), (g1+g1), )
		fmt.Println(x0)
		fmt.Println(x1)
	})
	try(func() {
		x0, x1, x2 := fn4(min(uint16(gi), uint16(gi)), (g4*g4), [3]int{g0, g0, g0, }, )
		fmt.Println(x0)
		fmt.Println(x1)
		fmt.Println(x2)
	})
	try(func() {
		x0, x1 := fn5()
		fmt.Println(x0)
		fmt.Println(x1)
	})
	try(func() {
		x0, x1 := fn0(append([]int16{int16(gi), int16(gi), int16(gi)}, int16(gi)), )
		fmt.Println(x0)
		fmt.Println(x1)
	})
	try(func() {
		x0, x1 := fn1()
		fmt.Println(x0)
		fmt.Println(x1)
	})
	try(func() {
		x0, x1 := fn2()
		fmt.Println(x0)
		fmt.Println(x1)
	})
	try(func() {
		x0, x1 := fn3((g4/g4), max(int64(gi), int64(gi)), ptr_uint16(uint16(gi)), (g1+g1), )
		fmt.Println(x0)
		fmt.Println(x1)
	})
	try(func() {
		x0, x1, x2 := fn4((uint16(gi)^(65534)), float64(int16(gi)), [3]int{g0, g0, g0, }, )
		fmt.Println(x0)
		fmt.Println(x1)
		fmt.Println(x2)
	})
	try(func() {
		x0, x1 := fn5()
		fmt.Println(x0)
		fmt.Println(x1)
	})
	try(func() {
		x0, x1 := fn0([]int16{int16(gi), int16(gi), int16(gi)}, )
		fmt.Println(x0)
		fmt.Println(x1)
	})
	try(func() {
		x0, x1 := fn1()
		fmt.Println(x0)
		fmt.Println(x1)
	})
	try(func() {
		x0, x1 := fn2()
		fmt.Println(x0)
		fmt.Println(x1)
	})
	try(func() {
		x0, x1 := fn3(float64(float32(gf)), (int64(gi)&^(int64(gi))), ptr_uint16(uint16(gi)), (g1+"a"), )
		fmt.Println(x0)
		fmt.Println(x1)
	})
	try(func() {
		x0, x1, x2 := fn4((uint16(gi)&(65535)), float64(g4), [3]int{g0, g0, g0, }, )
		fmt.Println(x0)
		fmt.Println(x1)
		fmt.Println(x2)
	})
	try(func() {
		x0, x1 := fn5()
		fmt.Println(x0)
		fmt.Println(x1)
	})
	fmt.Println(g0, g1, g2, g3, g4, g5, g6, )
}
