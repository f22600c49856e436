package main

const a = 1 << 511
const b = 1 << 512
const c = a * a
const d = 1 << 10000
const e = 1.0 << 3
const f = 1e100000
const g = 10e1000000000000

func main() {
	println(a == b)
}
