// Package debug steers the collector.
package debug

import "runtime"

var percent = 100

// SetGCPercent is only remembered: the collector has its own rule.
func SetGCPercent(percent_ int) int {
	old := percent
	percent = percent_
	return old
}

// FreeOSMemory collects garbage.
func FreeOSMemory() { runtime.GC() }
