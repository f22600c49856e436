package main

import "errors"

type T struct{ n int }

func (t *T) Each(yield func(int, error) bool) {
	for i := range t.n {
		if !yield(i, errors.New("e")) {
			return
		}
	}
}

func main() {
	t := &T{4}
	for i, err := range t.Each {
		for range t.Each {
			if i == 2 {
				defer println("deferred in the body")
				panic(err)
			}
		}
	}
}
