package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
)

func main() {
	r, w := io.Pipe()
	go func() {
		for i := 0; i < 3; i++ {
			fmt.Fprintf(w, "line %d\n", i)
		}
		w.Close()
	}()
	for sc := bufio.NewScanner(r); sc.Scan(); {
		fmt.Println(sc.Text())
	}
	r, w = io.Pipe()
	done := make(chan bool)
	go func() {
		n, err := w.Write([]byte("abcdef"))
		fmt.Println(n, err)
		n, err = w.Write([]byte("x"))
		fmt.Println(n, err, w.CloseWithError(errors.New("late")))
		done <- true
	}()
	b := make([]byte, 4)
	n, err := r.Read(b)
	fmt.Printf("%s %v\n", b[:n], err)
	r.CloseWithError(errors.New("enough"))
	<-done
	fmt.Println(r.Read(b))
	r, w = io.Pipe()
	go w.CloseWithError(errors.New("broken"))
	fmt.Println(io.ReadAll(r))
	fmt.Println(w.Write(nil))
}
