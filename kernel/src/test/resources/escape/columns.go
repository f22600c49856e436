package main

func columns() {
	x :=                                                                                                                                                                                                                                                        []int{1}
	_ = x
	y :=                                                                                                                                                                                                                                                         []int{1}
	_ = y
	z :=                                                                                                                                                                                                                                                       []int{1}
	_ = z
}

func main() {}
