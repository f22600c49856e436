// Package iter has the types of iterators.
package iter

// A Seq gives values to yield until there are no more or yield says false.
type Seq[V any] func(yield func(V) bool)

// A Seq2 gives pairs.
type Seq2[K, V any] func(yield func(K, V) bool)
