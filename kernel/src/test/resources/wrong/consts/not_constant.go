package main

var v = 1

func f() int { return 2 }

const a = v
const b = f()
const c = len([]int{1})
const d = len([3]int{})
const e = []int{1}
const g int = v + 1
const h = &v
const i string = 1
const j = "a" + 1
const k = len("abc") + len(s)

var s = "x"

func main() {
	const l = v
	var arr [v]int
	_ = arr
}
