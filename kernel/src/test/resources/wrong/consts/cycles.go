package main

const a = b
const b = c
const c = a

const d = d + 1

var x = y
var y = z
var z = x

var f = g()

func g() int { return f }

var arr [len(arr)]int

func main() {
}
