package main

type list struct{ next *list }

//line walk.y:10:1
func walk(l *list, done chan bool) {
	for {
/*line step.y:300:7*/ l = l.next
	}
}

func main() {
	done := make(chan bool)
//line start.y:20
	go walk(&list{},
		done)
//line wait.y:30
	<-done
}
