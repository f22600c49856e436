x := 1
package main
