// Package sort sorts slices and whatever can be compared and swapped by index.
package sort

import (
	"internal/order"
	"internal/rt"
)

// An Interface can be sorted.
type Interface interface {
	Len() int
	Less(i, j int) bool
	Swap(i, j int)
}

// Sort sorts data; equal elements may change places.
func Sort(data Interface) {
	n := data.Len()
	if n > 1 {
		order.Sort(&order.Data{Less: data.Less, Swap: data.Swap}, n)
	}
}

// Stable sorts data; equal elements keep their order.
func Stable(data Interface) {
	order.Stable(&order.Data{Less: data.Less, Swap: data.Swap}, data.Len())
}

// IsSorted reports whether data is sorted.
func IsSorted(data Interface) bool {
	for i := data.Len() - 1; i > 0; i-- {
		if data.Less(i, i-1) {
			return false
		}
	}
	return true
}

type reverse struct{ Interface }

func (r reverse) Less(i, j int) bool { return r.Interface.Less(j, i) }

// Reverse is data in the opposite order.
func Reverse(data Interface) Interface { return &reverse{data} }

// Slice sorts a slice by less; equal elements may change places.
func Slice(x any, less func(i, j int) bool) {
	n := length(x)
	order.Sort(&order.Data{Less: less, Swap: func(i, j int) { rt.Swap(x, i, j) }}, n)
}

// SliceStable sorts a slice by less; equal elements keep their order.
func SliceStable(x any, less func(i, j int) bool) {
	n := length(x)
	order.Stable(&order.Data{Less: less, Swap: func(i, j int) { rt.Swap(x, i, j) }}, n)
}

// SliceIsSorted reports whether a slice is sorted by less.
func SliceIsSorted(x any, less func(i, j int) bool) bool {
	for i := length(x) - 1; i > 0; i-- {
		if less(i, i-1) {
			return false
		}
	}
	return true
}

// notSlice is what sorting something else panics with.
type notSlice struct{ kind string }

func (e *notSlice) Error() string {
	return "reflect: call of Swapper on " + e.kind + " Value"
}

func length(x any) int {
	if k := rt.Kind(x); k != rt.Slice {
		kind := "zero"
		if k != rt.Invalid {
			kind = rt.KindName(x)
		}
		panic(&notSlice{kind})
	}
	return rt.Len(x)
}

type IntSlice []int

func (x IntSlice) Len() int           { return len(x) }
func (x IntSlice) Less(i, j int) bool { return x[i] < x[j] }
func (x IntSlice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }
func (x IntSlice) Sort()              { Sort(x) }

func (p IntSlice) Search(x int) int { return SearchInts(p, x) }

// A Float64Slice has NaNs first.
type Float64Slice []float64

func (x Float64Slice) Len() int           { return len(x) }
func (x Float64Slice) Less(i, j int) bool { return x[i] < x[j] || x[i] != x[i] && x[j] == x[j] }
func (x Float64Slice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }
func (x Float64Slice) Sort()              { Sort(x) }

func (p Float64Slice) Search(x float64) int { return SearchFloat64s(p, x) }

type StringSlice []string

func (x StringSlice) Len() int           { return len(x) }
func (x StringSlice) Less(i, j int) bool { return x[i] < x[j] }
func (x StringSlice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }
func (x StringSlice) Sort()              { Sort(x) }

func (p StringSlice) Search(x string) int { return SearchStrings(p, x) }

func Ints(x []int) {
	order.Sort(&order.Data{
		Less: func(i, j int) bool { return x[i] < x[j] },
		Swap: func(i, j int) { x[i], x[j] = x[j], x[i] },
	}, len(x))
}

func Float64s(x []float64) {
	order.Sort(&order.Data{
		Less: func(i, j int) bool { return x[i] < x[j] || x[i] != x[i] && x[j] == x[j] },
		Swap: func(i, j int) { x[i], x[j] = x[j], x[i] },
	}, len(x))
}

func Strings(x []string) {
	order.Sort(&order.Data{
		Less: func(i, j int) bool { return x[i] < x[j] },
		Swap: func(i, j int) { x[i], x[j] = x[j], x[i] },
	}, len(x))
}

func IntsAreSorted(x []int) bool {
	for i := len(x) - 1; i > 0; i-- {
		if x[i] < x[i-1] {
			return false
		}
	}
	return true
}

func Float64sAreSorted(x []float64) bool {
	for i := len(x) - 1; i > 0; i-- {
		if Float64Slice(x).Less(i, i-1) {
			return false
		}
	}
	return true
}

func StringsAreSorted(x []string) bool {
	for i := len(x) - 1; i > 0; i-- {
		if x[i] < x[i-1] {
			return false
		}
	}
	return true
}

// Search is the least i in [0, n) of which f is true, n if there is none; f is
// true of all above one of which it is.
func Search(n int, f func(int) bool) int {
	low, high := 0, n
	for low < high {
		middle := int(uint(low+high) >> 1)
		if f(middle) {
			high = middle
		} else {
			low = middle + 1
		}
	}
	return low
}

// Find is the least i in [0, n) where cmp is not positive, and whether it is 0 there.
func Find(n int, cmp func(int) int) (i int, found bool) {
	low, high := 0, n
	for low < high {
		middle := int(uint(low+high) >> 1)
		if cmp(middle) > 0 {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low, low < n && cmp(low) == 0
}

func SearchInts(a []int, x int) int {
	return Search(len(a), func(i int) bool { return a[i] >= x })
}

func SearchFloat64s(a []float64, x float64) int {
	return Search(len(a), func(i int) bool { return a[i] >= x })
}

func SearchStrings(a []string, x string) int {
	return Search(len(a), func(i int) bool { return a[i] >= x })
}
