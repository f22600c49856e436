package main

func sieve(n int) (count int) {
	composite := make([]bool, n+1)
	for i := 2; i <= n; i++ {
		if composite[i] {
			continue
		}
		count++
		for j := i * i; j <= n; j += i {
			composite[j] = true
		}
	}
	return count
}

func harmonic(xs []float64) float64 {
	s := 0.0
	for _, x := range xs {
		if x > 0.5 {
			s += 1 / x
		}
	}
	return s
}

func main() {
	println(sieve(100), harmonic([]float64{1, 2}))
}
