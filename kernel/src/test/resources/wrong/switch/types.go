package main

type T struct{ f []int }

func main() {
	x := 1
	switch x {
	case "a":
	case 1.5:
	case nil:
	case true:
	case x > 1:
	}
	switch "a" {
	case 1:
	case 'b':
	}
	switch {
	case 1:
	case "a":
	case x:
	}
	switch []int{1} {
	case nil:
	case []int{1}:
	}
	switch (T{}) {
	case T{}:
	}
	switch f := func() {}; f {
	case nil:
	}
	switch x := 2; x {
	case "b":
	}
	switch nil {
	}
	switch main {
	}
}
