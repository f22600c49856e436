package main

type record struct {
	f0 [3]string
	f1 []int
	f2 [3]int
}

var (
	gi, gj int
	gt     [3]int
	gr     record
	gs     [4][3]string
	gb     []int
	gm     map[int]int
	gc     chan int
)

func two() (int, int) { return 1, 2 }

func one(i int) int { return i }

func global(i int) {
	gi, gt[uint(gi)%3] = 1, 2
	gt[uint(gi)%3], gi = 2, 1
	gi, gt[uint(i)%3] = 1, 2
	gi, gr.f2[uint(gj)%3] = 1, 2
	gi, gt[uint(gj)%3] = two()
	_, gt[uint(gi)%3] = 1, 2
}

func local(i int) int {
	var a [3]int
	j := i
	j, a[uint(j)%3] = 1, 2
	j, a[uint(i)%3] = 1, 2
	a[uint(j)%3], a[uint(i)%3] = 1, 2
	p := &i
	*p, a[uint(i)%3] = 1, 2
	*p, a[uint(j)%3] = 1, 2
	gb[0], a[uint(len(gb))%3] = 1, 2
	j, a[uint(gm[j])%3] = 1, gt[uint(j)%3]
	j, a[uint(gt[j%3])%3] = 1, 2
	j, a[uint(len(gb[j:]))%3] = 1, 2
	j, a[uint(one(j))%3] = 1, 2
	gj, a[uint(min(gi, i))%3] = 1, 2
	gj, a[uint(any(gi).(int))%3] = 1, 2
	var ok bool
	a[uint(gi)%3], ok = gm[i]
	gt[uint(gi)%3], gt[uint(gj)%3] = <-gc, 2
	_ = ok
	return a[uint(j)%3]
}

func captured(i int) func() {
	var a [3]int
	return func() {
		i, a[uint(i)%3] = 1, 2
		gi, a[uint(gj)%3] = 1, 2
	}
}

func results(i int) (n int, a [3]int) {
	n, a[uint(n)%3] = 1, 2
	n, a[uint(i)%3] = 1, 2
	return n, a
}

func compared(i int, s string) bool {
	return gs[uint(i)%4][uint(i)%3] == "abc" ||
		"abc" != gs[uint(i)%4][uint(i)%3] ||
		gs[uint(i)%4][uint(i)%3] == "" ||
		gs[uint(i)%4][uint(i)%3] == s ||
		gs[uint(i)%4][uint(i)%3] < "abc" ||
		gs[uint(i)%4][uint(i)%3] == "0123456789abcdef" ||
		gs[uint(i)%4][uint(i)%3] == "0123456789abcdefg" ||
		gt[uint(i)%3] == 3
}

func appended(i int, l []string) []string {
	l = append(l, gs[uint(i)%4][uint(i)%3])
	l = append(l, gr.f0[uint(i)%3], gs[i&3][gt[i&1]])
	l = append(l, gs[uint(i)%4][:]...)
	gb = append(gb, [2]record{}[uint(i)%2].f1...)
	var many [3][]int
	many[uint(i)%3] = append(many[uint(i)%3], 1)
	many[uint(i)%3] = append(many[uint(i+1)%3], many[uint(i)%3]...)
	gi = len(append(many[uint(i)%3], 2)) + cap(append(many[uint(gi)%3]))
	return l
}

func main() {}
