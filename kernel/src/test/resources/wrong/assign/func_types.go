package main

func f(int) string    { return "" }
func g(string) int    { return 0 }
func h(int) (string, error) { return "", nil }

func main() {
	x := f
	x = g
	x = h
	x = f(1)
	var y func(int) int = f
	var z func() = func(int) {}
	_, _ = y, z
}
