package main

func _() {}

type T struct {
	_ int
}

func (T) _() {}

func main() {
	x := _
	_ = _
	println(_)
	_()
	var t T
	t._ = 1
	_ := 1
	_++
}
