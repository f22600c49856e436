package main

import "fmt"

func add(i int) int {
	result := *i + 10
	return result
}

func inc(p *int) { *p++ }

func main() {
	num := 2
	fmt.Println(add(num))
	inc(num)
	inc(&1)
	inc(&num + 1)
	inc(*num)
	add(&num)
}
