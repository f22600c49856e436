package main

import "nosuchpackage"

func main() {
	nosuchpackage.F()
}
