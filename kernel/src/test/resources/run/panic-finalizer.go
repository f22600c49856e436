package main

import (
	"fmt"
	"runtime"
	"time"
)

type node struct {
	name string
	next *node
}

func main() {
	runtime.SetFinalizer(&node{name: "n"}, func(n *node) {
		fmt.Println("finalizer of", n.name)
		panic(fmt.Sprint("no finalizer for ", n.name))
	})
	runtime.GC()
	time.Sleep(time.Hour)
}
