package main

func main() {
	m := map[interface{}]string{}
	m[1] = "one"
	m["two"] = "two"
	println(len(m))
	m[func() {}] = "three"
}
