package tools

func main() {
	x := 1
}
