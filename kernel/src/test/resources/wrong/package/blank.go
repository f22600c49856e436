package _

func main() {
}
