package main

import "fmt"

// A line comment without column: columns are unknown up to the next directive.
//
//line made.y:10
var a int = "x"

//line made/by.y:5:7
var b int = "y"; var c int = "z"
var d int = "z"

//line :50
var e int = "w"

//line :60:1
var f int = "w"

 //line indented.y:1
var g int = "w" //line late.y:1
var h int = "w"

/*line one.y:7:3*/ var i int = "w"; /*line two.y:8*/ var j int = "k"

//line over.y:900:20
var far = [...]int{ /*line far.y:4:7*/                                                                                                                                                                                                                             "too far"}

/*line near.y:4:7*/                                                                                                                                                                                                                                                  var near int = "near"

func main() {
/*line zz.y:1:1*/ var u int; /*line aa.y:100:1*/ var v int
/*line nothing*/
	fmt.Println(/*line /windows.y:3:3*/ "a" + 1)
}
