package main

func two() (int, int) { return 1, 2 }

func main() {
	x := two() + 1
	println(two() + two())
	if two() > 1 {
	}
	y := []int{two()}
	z := [2]int{two()}
	println(two(), 1)
	var w int = two()
	m := map[int]int{two(): 1}
	return
	_, _, _, _, _ = x, y, z, w, m
}
