package func

func main() {
}
