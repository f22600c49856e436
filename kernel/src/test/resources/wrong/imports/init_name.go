package main

import init "fmt"
import main "errors"
import _ "fmt"

func main() {
}
