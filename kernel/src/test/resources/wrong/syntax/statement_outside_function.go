package main

x := 1

println(x)

func main() {
}
