//go:build go1.18

package main

func main() {
	clear([]int{})
	for range 10 {
	}
	_ = min(1, 2)
}
