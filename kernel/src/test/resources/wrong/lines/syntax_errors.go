package main

//line z.y:10
func main() { x := ; ) ; /*line z.y:10:1*/ ) ; /*line y.y:10:1*/ ) 
  foo bar
//line z.y:10
  foo bar
//line a.y:3
