package main

//line y.y:10
import "fmt

func main() {}
