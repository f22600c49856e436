package main

type T struct{ a int }
type U struct{ a int }
type V struct{ b int }

func main() {
	n, f, s, b := 1, 1.5, "a", true
	_ = string(f)
	_ = int(s)
	_ = bool(n)
	_ = int(b)
	_ = float64(s)
	_ = []byte(n)
	_ = []rune(f)
	_ = string([]int{1})
	_ = string([]byte{1})
	_ = T(1)
	_ = V(T{})
	_ = U(T{})
	_ = *int(&n)
	_ = (*int)(&f)
	_ = (*int)(n)
	_ = []int([3]int{})
	_ = [3]int([]int{1, 2, 3})
	_ = [3]string([]int{1})
	_ = map[string]int(nil)
	_ = func()(nil)
	_ = int(1, 2)
	_ = int()
	_ = error(n)
	_ = any(n) + 1
	_ = int64(n) + n
}
