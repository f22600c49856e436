// Package show prints the value of a cell's last expression.
package show

import "fmt"

// value is put here by the session.
var value any

// Print prints it.
func Print() {
	fmt.Print(value)
}
