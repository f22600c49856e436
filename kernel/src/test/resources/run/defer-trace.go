package main

import "fmt"

var trace []string

func step(s string) func() {
	trace = append(trace, "enter "+s)
	return func() { trace = append(trace, "leave "+s) }
}

func work(n int) {
	defer step(fmt.Sprint("work", n))()
	if n > 0 {
		work(n - 1)
	}
}

func main() {
	work(2)
	for _, s := range trace {
		fmt.Println(s)
	}
}
