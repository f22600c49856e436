package main

type Point struct{ X, Y int }
type Line struct{ A, B Point }

func main() {
	_ = Line{{1, 2}, {3, 4}}
	_ = Line{Point{1, 2}, Point{3}}
	_ = []Point{{1, 2}, {3}, {X: 1, Z: 2}}
	_ = map[string]Point{"a": {1, 2, 3}, "b": {Y: "c"}}
	_ = [][]Point{{{1}}, {{2, 3}, 4}}
	_ = []*Point{{1, 2}, &Point{3, 4}, Point{5, 6}}
	_ = [2]Line{{A: {1, 2}}}
}
