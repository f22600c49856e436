package main

func main() {
//line same.y:10
	a := 1
	b := 2
//line earlier.y:5
	c := 1
//line same.y:10
	d := missing
	_ = missing
//line same.y:11
	_ = missing
//line z.y:100
	return 1
}
