package main

//line y.y:0
import "fmt"

//line y.y:x
func main() { fmt.Println() }
