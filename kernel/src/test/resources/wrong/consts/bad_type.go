package main

type T struct{}

const a []int = nil
const b T = T{}
const c *int = nil
const d any = 1
const e func() = nil
const f error = nil
const g map[string]int = nil

func main() {
}
