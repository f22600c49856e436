package main

type A
type B = 
type C int string

func main() {
}
