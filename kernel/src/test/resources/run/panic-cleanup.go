package main

import (
	"runtime"
	"time"
)

type node struct {
	name string
	next *node
}

func main() {
	runtime.AddCleanup(&node{name: "n"}, func(s []int) { println(s[3]) }, []int{1, 2, 3})
	runtime.GC()
	time.Sleep(time.Hour)
}
