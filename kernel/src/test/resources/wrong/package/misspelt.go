packge main

func main() {
}
