package main

func main() {
	fallthrough
	switch 1 {
	case 1:
		if true {
			fallthrough
		}
	case 2:
		fallthrough
		println(2)
	case 3:
		fallthrough
	}
	var x any = 1
	switch x.(type) {
	case int:
		fallthrough
	case string:
	}
}
