package main

func main() {
	n := 1
	s := "a"
	var p *int
	if n {
	}
	if s {
	}
	if p {
	}
	if n = 1; n {
	}
	for n {
	}
	for s := 1; s; s++ {
	}
	if nil {
	}
	if !n {
	}
	if n == 1 && s {
	}
	if "a" {
	}
	for 1 {
	}
}
