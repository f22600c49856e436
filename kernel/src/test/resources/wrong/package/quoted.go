package "main"

func main() {
}
