package main

import "fmt"

type key struct {
	a int
	b string
}

func main() {
	var nilmap map[string]int
	fmt.Println(nilmap == nil, len(nilmap), nilmap["x"])
	m := map[string]int{"one": 1, "two": 2}
	m["three"] = 3
	v, ok := m["two"]
	fmt.Println(v, ok, m["none"], len(m))
	_, ok = m["none"]
	fmt.Println(ok)
	delete(m, "one")
	delete(m, "zzz")
	delete(nilmap, "a")
	fmt.Println(m, len(m))
	m["two"] += 20
	m["new"]++
	fmt.Println(m)
	if x, ok := m["three"]; ok {
		fmt.Println("three", x)
	}
	sum := 0
	n := 0
	for k, v := range m {
		sum += v + len(k)
		n++
	}
	fmt.Println(sum, n)
	ks := map[key]float64{{1, "a"}: 1.5}
	ks[key{2, "b"}] = 2.5
	fmt.Println(ks[key{1, "a"}], ks[key{2, "b"}], ks[key{1, "b"}])
	ms := map[int][]string{}
	ms[1] = append(ms[1], "x")
	ms[1] = append(ms[1], "y")
	ms[2] = nil
	fmt.Println(ms, len(ms[1]), len(ms))
	mm := map[string]map[string]int{"a": {"b": 1}}
	mm["a"]["c"] = 2
	if mm["z"] == nil {
		mm["z"] = map[string]int{}
	}
	mm["z"]["q"]++
	fmt.Println(mm)
	big := make(map[int]int)
	for i := 0; i < 1000; i++ {
		big[i*7] = i
	}
	total := 0
	for k, v := range big {
		total += k - v*6
	}
	fmt.Println(len(big), total, big[7*500], big[3])
	for i := 0; i < 1000; i += 2 {
		delete(big, i*7)
	}
	fmt.Println(len(big))
	for k := range big {
		delete(big, k)
	}
	fmt.Println(len(big))
	type pt struct{ x, y int }
	pm := map[string]pt{"p": {1, 2}}
	p := pm["p"]
	p.x = 9
	fmt.Println(pm, p)
	pm["p"] = p
	fmt.Println(pm)
	im := map[interface{}]string{1: "int", "s": "string", 2.5: "float", key{1, "k"}: "key", true: "bool"}
	fmt.Println(im[1], im["s"], im[2.5], im[key{1, "k"}], im[true], im[false] == "")
	am := map[[2]int]int{{1, 2}: 12}
	am[[2]int{3, 4}] = 34
	fmt.Println(am[[2]int{1, 2}], am[[2]int{3, 4}], len(am))
	clear(am)
	fmt.Println(len(am))
	f32 := map[float32]int8{1.5: 3}
	f32[1.5]--
	fmt.Println(f32)
	bm := map[bool]uint16{}
	bm[true] = 65535
	bm[true]++
	fmt.Println(bm)
	fm := map[string]func(int) int{"dbl": func(x int) int { return 2 * x }}
	fmt.Println(fm["dbl"](21))
}
