package main

func swallow(yield func() bool) {
	defer func() { println(recover().(string)) }()
	yield()
}

func main() {
	for range swallow {
		panic("lost")
	}
}
