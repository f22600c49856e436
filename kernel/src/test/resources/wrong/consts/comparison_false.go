package main

func main() {
	const a = 1 == "1"
	const b = true > false
	const c = "a" < 1
	println(1 == 1.5, 'a' == "a", 1 == nil)
	println(nil == nil)
}
