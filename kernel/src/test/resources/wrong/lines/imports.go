package main

/*line a.y:3:5*/ import "nope"; import "nope2"
import /*line sub/../b.y:7:5*/ "nope3"
import /*line :9:9*/ "nope4"

//line c.y:4
import "nope5"

func main() {}
