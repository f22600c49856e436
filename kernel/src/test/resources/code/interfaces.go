package main

type shape interface{ area() float64 }

type square struct{ side float64 }

func (s square) area() float64 { return s.side * s.side }

func total(ss []shape) (t float64) {
	for _, s := range ss {
		t += s.area()
	}
	return
}

func kind(x any) string {
	switch v := x.(type) {
	case int:
		if v > 1 {
			return "int"
		}
	case shape:
		return "shape"
	}
	return "?"
}

func main() {
	println(total([]shape{square{2}}), kind(3), kind(square{1}))
}
