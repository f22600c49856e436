package main

import func "fmt"

func main() {
}
