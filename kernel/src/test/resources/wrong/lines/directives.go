package main

func main() {
//line made.y:99999999999
	x := 1
//line made.y:12:0
//line made.y:x
//line made.y:0
//line made.y:0:5
//line made.y:1073741824
//line made.y:1073741825
//line made.y:1:1073741825
//line made.y:+7
//line made.y:18446744073709551615:1
//line made.y:18446744073709551616:1
//line more.y:40
//line made.y:5 
//line ü.y:3:0
	x = 2
/*line bar:abc*/
//line
//line 
//line made.y
}
