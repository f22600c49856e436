package main

import "fmt"

// A goroutine that an initialiser starts lives on in main.

var answers = serve()

var first = <-answers

var log = make(chan string, 10)

func serve() chan int {
	c := make(chan int)
	go func() {
		for i := 0; ; i++ {
			c <- i * i
		}
	}()
	return c
}

func init() {
	go func() {
		for v := range answers {
			if v > 30 {
				log <- fmt.Sprint("init saw ", v)
				return
			}
		}
	}()
	log <- "init"
}

func main() {
	fmt.Println(first, <-log)
	fmt.Println(<-log)
	fmt.Println(<-answers > 30)
}
