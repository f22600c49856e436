package main

//line made.y:10:5
var a int

//line made.y:12
var a int

//line b.y:1
func f() (x int, y string) { /*line b.y:1:1*/ return 1 }

type T struct{ T }

/*line p.y:3:3*/ var p = /*line q.y:4:4*/ q
/*line q.y:5*/   var q = p

func main() {
//line made/first.y:10:5
L:
//line second.y:3
L:
	for {
	}
	goto M
//line third.y:9:1
	x := 1
M:
	_ = x
	f := func() { /*line fourth.y:7:2*/ return 4 }
	_ = f
}
