package main

const c = 1

func f() int { return 1 }

func main() {
	for c = range 3 {
	}
	for f() = range 3 {
	}
	for 1 = range 3 {
	}
	m := map[string]int{}
	for m["a"] = range 3 {
	}
	var p *int
	for *p = range "a" {
	}
	for x.y = range 3 {
	}
	for i, i := range []int{} {
	}
}
