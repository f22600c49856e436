package main

func main() {
//line last.y:70:8