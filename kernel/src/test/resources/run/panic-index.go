package main

import "fmt"

func main() {
	s := []int{1, 2, 3}
	for i := 0; i < 10; i++ {
		fmt.Println(s[i])
	}
}
