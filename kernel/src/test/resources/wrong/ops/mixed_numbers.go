package main

func avg(xs []float64) float64 {
	sum := 0
	for _, x := range xs {
		sum += x
	}
	return sum / len(xs)
}

func main() {
	i := 3
	f := 2.0
	var g float32 = f
	h := i * f
	k := float64(i) * g
	l := i / 2.5
	m := i % 2.0
	_, _, _, _ = h, k, l, m
}
