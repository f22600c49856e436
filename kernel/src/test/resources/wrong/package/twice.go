package main
package main

func main() {
}
