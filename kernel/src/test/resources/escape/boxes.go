package main

type T struct{ a, b int }
func iface(x int) any { return x }
func isString(x int) bool {
	var i any = x
	_, ok := i.(string)
	return ok
}
func big(x [200]int) any { return x }
func ptr(x *int) any  { return x }
func fun(f func()) any { return f }
func one(x struct{ p *int }) any { return x }
func arr1(x [1]*int) any { return x }
func two(x struct{ p, q *int }) any { return x }
func str(s string) any { return s }
func sl(s []int) any { return s }
func ifc(e error) any { return e }
func back(i any) *int { return i.(*int) }
func backT(i any) T { return i.(T) }
func backS(i any) string {
	s, ok := i.(string)
	if !ok {
		return ""
	}
	return s
}
func backE(i any) error { return i.(error) }
func zero() any { return struct{}{} }
func conv(i interface{ M() }) any { return i }

func main() {}
