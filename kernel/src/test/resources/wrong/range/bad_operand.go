package main

type T struct{}

func main() {
	for range 1.5 {
	}
	for i := range "abc" {
		_ = i.x
	}
	for range T{} {
	}
	for range true {
	}
	for range nil {
	}
	for i := range &[]int{} {
		_ = i
	}
	for i := range &[3]int{} {
		_ = i
	}
	for range main {
	}
	for i := range -1 {
		_ = i
	}
	for i := range "a" + 1 {
		_ = i
	}
	var x *int
	for range x {
	}
	for range undefined {
	}
}
