package main

import "fmt"

func main() {
	for _, f := range []float64{0, 1, -1, 0.1, 1.0 / 3, 100, 1e6, 123456789, 1e20, 1e21, 1.5e-5, 1e-4, 12345.678, 5e-324, 1.7976931348623157e308, 2.5, 3.5, 0.5, 99.995} {
		fmt.Println(f, float32(f))
		fmt.Printf("%v %g %f %.2f %e %8.3f|%-10.1f|%+g %.0f %6.2e %G\n", f, f, f, f, f, f, f, f, f, f, f)
	}
	fmt.Printf("%5.1f%% %v %v\n", 45.678, float32(16777216.0), float32(3.4e38))
	fmt.Println(1e100, 1e-100, 123456.0, 1234567.0, 0.000001, 0.0000001)
	fmt.Printf("%t %08.2f %+.3e %x\n", true, -3.14159, 12345.6789, 1.0)
	fmt.Println(float32(0.1)+float32(0.2), 0.1+0.2, float32(1)/3*3 == 1)
	var s float32
	for i := 0; i < 10; i++ {
		s += 0.1
	}
	fmt.Println(s, s == 1, float64(s))
	fmt.Println([]float64{1, 2.5}, map[float64]string{1.5: "x"}, struct{ f float32 }{2.25})
}
