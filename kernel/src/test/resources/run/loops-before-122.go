//go:build go1.21

// Loop variables as they were before Go 1.22: one for all iterations.
package main

import "fmt"

type node struct {
	name string
	next *node
}

func three() []func() int {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i += 10; return i })
	}
	return fs
}

func addresses(names []string) []*string {
	var ps []*string
	for _, name := range names {
		ps = append(ps, &name)
	}
	return ps
}

func main() {
	for _, f := range three() {
		fmt.Println(f())
	}
	for _, p := range addresses([]string{"a", "b", "c"}) {
		fmt.Print(*p, " ")
	}
	fmt.Println()
	var last []*int
	for i, r := range "xyz" {
		last = append(last, &i)
		defer func() { fmt.Println("deferred", i, string(r)) }()
	}
	fmt.Println(*last[0] == *last[2], last[0] == last[2])
	m := map[string]int{"k": 7}
	for k, v := range m {
		defer func() { fmt.Println(k, v) }()
	}
	var list *node
	for i := range [3]int{} {
		n := node{name: fmt.Sprint(i), next: list}
		list = &n
	}
	for n := list; n != nil; n = n.next {
		fmt.Print(n.name, " ")
	}
	fmt.Println()
outer:
	for i := 0; i < 3; i++ {
		f := func() { i++ }
		for j := 0; ; j++ {
			g := func() int { return j }
			if g() == 2 {
				f()
				continue outer
			}
		}
	}
}
