package main

func main() {
	for i, j, k := range []int{} {
	}
	for i, j := range 10 {
	}
	for i, v := range 10 {
		_, _ = i, v
	}
	c := make(chan int)
	for i, v := range c {
		_, _ = i, v
	}
	for k, v := range map[string]int{} {
		var x int = k
		var y string = v
	}
}
