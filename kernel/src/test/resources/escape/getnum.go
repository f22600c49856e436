package main

import "fmt"

func getNum() *int {
	number := 7
	return &number
}
func add(i *int) int {
	result := *i + 10
	return result
}
func main() {
	num := 2
	fmt.Println(add(&num))
	n := getNum()
	fmt.Println(*n, n)
}
