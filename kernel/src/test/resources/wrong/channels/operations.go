package main

func main() {
	c := make(chan int)
	var r <-chan int = c
	var s chan<- int = c
	c <- "a"
	r <- 1
	<-s
	x := <-c + "a"
	n := 1
	n <- 1
	_ = <-n
	close(n)
	close(r)
	close()
	close(c, c)
	r = s
	c = r
	for range s {
	}
	v, ok, z := <-c
	c <- nil
	_ = len(c) + cap(n)
	_, _, _, _ = x, v, ok, z
}
