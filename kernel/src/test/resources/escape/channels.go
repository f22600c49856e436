package main

type T struct{ a, b int }
func send(c chan *int) {
	x := 1
	c <- &x
}
func sendVal(c chan T) { c <- T{1, 2} }
func recv(c chan *T) *T { return <-c }
func recv2(c <-chan *T) (*T, bool) {
	t, ok := <-c
	return t, ok
}
func mkch() int {
	c := make(chan int, 1)
	c <- 1
	return <-c
}
func sel(a, b chan *T, t *T, out chan<- any) *T {
	select {
	case x := <-a:
		return x
	case y, ok := <-b:
		if ok {
			return y
		}
	case a <- t:
	case out <- 5:
	default:
	}
	var i any
	select {
	case i = <-a:
		_ = i
	}
	return nil
}
func goes(n *T) { go noop(n) }
func noop(n *T) {}
func gobuiltin(c chan int, m map[int]int) {
	go close(c)
	go println(len(m))
	go delete(m, 1)
}
func worker(in chan *T) {
	done := make(chan bool)
	go func() {
		for t := range in {
			t.a++
		}
		done <- true
	}()
	<-done
}

func main() {}
