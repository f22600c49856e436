package main

func main() {
	c := make(chan int)
	select {
	case 1:
	case c <- "a":
	case x := 1:
	case y := <-c:
	case z, ok := <-c:
		_ = z
	case <-c:
	default:
	default:
	}
}
