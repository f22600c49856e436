package main

import "fmt"

type elem struct {
	key, val   int
	prev, next *elem
}

type lru struct {
	cap   int
	items map[int]*elem
	head  elem
}

func newLRU(n int) *lru {
	c := &lru{cap: n, items: map[int]*elem{}}
	c.head.next = &c.head
	c.head.prev = &c.head
	return c
}

func (c *lru) unlink(e *elem) { e.prev.next, e.next.prev = e.next, e.prev }
func (c *lru) front(e *elem) {
	e.next, e.prev = c.head.next, &c.head
	e.next.prev, c.head.next = e, e
}

func (c *lru) get(k int) int {
	e, ok := c.items[k]
	if !ok {
		return -1
	}
	c.unlink(e)
	c.front(e)
	return e.val
}

func (c *lru) put(k, v int) {
	if e, ok := c.items[k]; ok {
		e.val = v
		c.unlink(e)
		c.front(e)
		return
	}
	if len(c.items) == c.cap {
		last := c.head.prev
		c.unlink(last)
		delete(c.items, last.key)
	}
	e := &elem{key: k, val: v}
	c.items[k] = e
	c.front(e)
}

type queue struct {
	buf        []int
	head, size int
}

func (q *queue) push(x int) {
	if q.size == len(q.buf) {
		nb := make([]int, max(4, 2*len(q.buf)))
		for i := 0; i < q.size; i++ {
			nb[i] = q.buf[(q.head+i)%len(q.buf)]
		}
		q.buf, q.head = nb, 0
	}
	q.buf[(q.head+q.size)%len(q.buf)] = x
	q.size++
}

func (q *queue) pop() int {
	x := q.buf[q.head]
	q.head = (q.head + 1) % len(q.buf)
	q.size--
	return x
}

type heap []int

func (h *heap) push(x int) {
	*h = append(*h, x)
	for i := len(*h) - 1; i > 0; {
		p := (i - 1) / 2
		if (*h)[p] <= (*h)[i] {
			break
		}
		(*h)[p], (*h)[i] = (*h)[i], (*h)[p]
		i = p
	}
}

func (h *heap) pop() int {
	old := *h
	top := old[0]
	n := len(old) - 1
	old[0] = old[n]
	*h = old[:n]
	for i := 0; ; {
		c := 2*i + 1
		if c >= n {
			break
		}
		if c+1 < n && old[c+1] < old[c] {
			c++
		}
		if old[i] <= old[c] {
			break
		}
		old[i], old[c] = old[c], old[i]
		i = c
	}
	return top
}

func bfs(adj map[int][]int, from int) []int {
	seen := map[int]bool{from: true}
	var q queue
	q.push(from)
	var order []int
	for q.size > 0 {
		v := q.pop()
		order = append(order, v)
		for _, w := range adj[v] {
			if !seen[w] {
				seen[w] = true
				q.push(w)
			}
		}
	}
	return order
}

func main() {
	c := newLRU(3)
	for i := 0; i < 5; i++ {
		c.put(i, i*i)
		if i == 2 {
			c.get(0)
		}
	}
	for i := 0; i < 5; i++ {
		fmt.Print(c.get(i), " ")
	}
	fmt.Println(len(c.items))
	var q queue
	for i := 0; i < 10; i++ {
		q.push(i)
		if i%3 == 0 {
			fmt.Print(q.pop(), " ")
		}
	}
	fmt.Println(q.size, q.pop())
	var h heap
	x := uint32(7)
	for i := 0; i < 20; i++ {
		x = x*1664525 + 1013904223
		h.push(int(x >> 24))
	}
	for len(h) > 0 {
		fmt.Print(h.pop(), " ")
	}
	fmt.Println()
	fmt.Println(bfs(map[int][]int{1: {2, 3}, 2: {4}, 3: {4, 5}, 4: {6}, 5: {6}}, 1))
}
