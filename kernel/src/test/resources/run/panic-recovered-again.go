package main

import (
	"fmt"
)

func f() {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("recovered", r)
			panic(fmt.Sprintf("again: %v", r))
		}
	}()
	panic("first")
}

func main() {
	f()
}
