package main

import "fmt"

func spin(c chan int) {
	c <- 1
	for i := 0; ; i++ {
		if i < 0 {
			fmt.Println("never")
		}
	}
}

func main() {
	c := make(chan int)
	defer fmt.Println("bye")
	go spin(c)
	go func() { <-make(chan int) }()
	go func() {
		defer fmt.Println("never")
		select {}
	}()
	fmt.Println(<-c)
}
