package main

import (
	"errors"
	"fmt"
	"os"
	"sort"
	"strconv"
	"strings"
)

var errX = errors.New("x")

func join(s []string) string       { return strings.Join(s, ",") }
func fields(s string) []string     { return strings.Fields(s) }
func build(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strconv.Itoa(i))
		fmt.Fprintf(&b, "%d", i)
	}
	return b.String()
}
func srt(s []int) { sort.Ints(s) }
func srt2(s []string) {
	sort.Slice(s, func(i, j int) bool { return s[i] < s[j] })
}
func wrap(err error) error {
	if errors.Is(err, errX) {
		return fmt.Errorf("w: %w", err)
	}
	return err
}
func out(s string) { fmt.Fprintln(os.Stderr, s) }
func atoi(s string) (int, error) { return strconv.Atoi(s) }
func upper(s string) string { return strings.ToUpper(strings.TrimSpace(s)) }
func rd(s string) int {
	r := strings.NewReader(s)
	b := make([]byte, 4)
	n, _ := r.Read(b)
	return n
}

func main() {}
