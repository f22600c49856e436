package main

import "fmt"

type oops struct{ n int }

func (o oops) Error() string { return fmt.Sprintf("oops\nnumber %d", o.n) }

func start(wait chan bool) {
	go func() {
		go func() {
			defer func() {
				panic(fmt.Sprint("again: ", recover()))
			}()
			panic(oops{4})
		}()
	}()
	<-wait
}

func main() {
	start(make(chan bool))
}
