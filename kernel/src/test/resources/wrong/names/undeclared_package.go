package main

func main() {
	fmt.Println("a")
	math.Sqrt(2)
}
