package main

import "fmt"

var kept func(string) bool

func keeping(yield func(string) bool) { kept = yield }

func use() int {
	defer fmt.Println("deferred")
	for s := range keeping {
		return len(s)
	}
	kept("late")
	return 0
}

func main() { use() }
