package main

import f "fm t"

func main() {
}
