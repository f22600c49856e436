package main.sub

func main() {
}
