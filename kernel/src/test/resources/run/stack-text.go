package main

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"time"
)

// debug.Stack and runtime.Stack: who called whom, and from which line.

// show leaves out what differs from run to run: arguments, folders, distances.
func show(stack []byte) {
	var kept []string
	for line := range strings.Lines(string(stack)) {
		line = strings.TrimRight(line, "\n")
		if at, ok := strings.CutPrefix(line, "\t"); ok {
			at = at[strings.LastIndexByte(at, ':'):]
			at, _, _ = strings.Cut(at, " ")
			if !strings.HasPrefix(kept[len(kept)-1], "runtime") && !strings.HasPrefix(kept[len(kept)-1], "panic") {
				kept = append(kept, "\t"+at)
			}
			continue
		}
		if !strings.HasPrefix(line, "goroutine") && !strings.HasPrefix(line, "created") {
			if i := strings.LastIndexByte(line, '('); i >= 0 {
				line = line[:i]
			}
		}
		if strings.HasPrefix(line, "goroutine") && !strings.HasPrefix(line, "goroutine 1 ") {
			line = "goroutine n" + line[strings.IndexByte(line, ' ')+1:][strings.IndexByte(line[10:], ' '):]
		}
		kept = append(kept, line)
	}
	fmt.Println(strings.Join(kept, "\n"))
}

type list struct {
	next *list
}

func (l *list) walk(f func()) {
	if l == nil {
		f()
		return
	}
	l.next.walk(f)
}

func all() {
	buf := make([]byte, 10000)
	show(buf[:runtime.Stack(buf, true)])
}

func main() {
	l := &list{&list{&list{}}}
	l.walk(func() { show(debug.Stack()) })
	c := make(chan bool)
	go func() {
		l.walk(func() { <-c })
		c <- true
	}()
	time.Sleep(time.Millisecond)
	l.walk(all)
	c <- true
	<-c
	func() {
		defer func() {
			fmt.Println(recover())
			show(debug.Stack())
		}()
		l.next.next.next.next = l
	}()
	small := make([]byte, 12)
	fmt.Println(runtime.Stack(small, false), string(small), runtime.Stack(nil, true))
	os.Stdout.WriteString("")

	var s debug.GCStats
	s.PauseQuantiles = make([]time.Duration, 3)
	runtime.GC()
	runtime.GC()
	debug.ReadGCStats(&s)
	fmt.Println(s.NumGC >= 2, len(s.Pause) == int(s.NumGC), len(s.PauseEnd) == len(s.Pause), s.LastGC.Equal(s.PauseEnd[0]))
	fmt.Println(slices.IsSorted(s.PauseQuantiles), !s.PauseEnd[0].Before(s.PauseEnd[1]), debug.SetMaxThreads(20000), debug.SetMaxThreads(10000))
}
