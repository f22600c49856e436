package main

import "fmt"
import "fmt"
import f "fmt"
import "math"

func math() {}

func main() {
	fmt.Println(1)
	f.Println(2)
}
