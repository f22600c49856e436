package main

type Stack struct{ items []any }

func (s *Stack) Push(x any) { s.items = append(s.items, x) }
func (s *Stack) Pop() any {
	x := s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return x
}

type Queue struct {
	head, tail *link
	n          int
}
type link struct {
	next *link
	val  string
}

func (q *Queue) Put(v string) {
	l := &link{val: v}
	if q.tail == nil {
		q.head = l
	} else {
		q.tail.next = l
	}
	q.tail = l
	q.n++
}
func (q *Queue) Get() (v string, ok bool) {
	if q.head == nil {
		return
	}
	v, q.head = q.head.val, q.head.next
	return v, true
}
func NewQueue(vals ...string) *Queue {
	q := &Queue{}
	for _, v := range vals {
		q.Put(v)
	}
	return q
}
func main() {
	s := Stack{}
	s.Push(1)
	s.Push("a")
	_ = s.Pop()
	q := NewQueue("a", "b")
	v, _ := q.Get()
	println(v)
}
