package main

const a
const b int
const (
	c
	d = 1
	e
	f, g
	h, i = 1, 2
	j
	k, l, m
)
const n, o = 1
const p = 1, 2

func main() {
}
