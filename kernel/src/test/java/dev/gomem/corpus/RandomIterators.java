package dev.gomem.corpus;

/**
 * The iterators that random programs range over: honest ones, of each number of values, made of
 * methods, closures, recursion, other iterators or a goroutine, and some that do not keep to the
 * protocol, for which the compiled loop must panic. All count their steps, so that they end.
 */
final class RandomIterators {
  private RandomIterators() {}

  /** Declarations that every program has. They use {@code step}, {@code gi} and {@code Stack}. */
  static final String TEXT =
      """
      type Seq[T any] func(yield func(T) bool)

      type Seq2[K, V any] func(yield func(K, V) bool)

      func (s Seq[T]) where(keep func(T) bool) Seq[T] {
      	return func(yield func(T) bool) {
      		for x := range s {
      			if keep(x) && !yield(x) {
      				return
      			}
      		}
      	}
      }

      func (s Seq[T]) counted() Seq2[int, T] {
      	return func(yield func(int, T) bool) {
      		n := 0
      		s(func(x T) bool {
      			n++
      			return yield(n-1, x)
      		})
      	}
      }

      func rounds(n int) func(func() bool) {
      	return func(yield func() bool) {
      		for range n {
      			if !yield() {
      				return
      			}
      		}
      	}
      }

      func each1[T any](xs []T) Seq[T] {
      	return func(yield func(T) bool) {
      		for _, x := range xs[:min(len(xs), 5)] {
      			if !yield(x) {
      				return
      			}
      		}
      	}
      }

      func backwards[S ~[]E, E any](s S) Seq2[int, E] {
      	return func(yield func(int, E) bool) {
      		for i := min(len(s), 5) - 1; i >= 0 && yield(i, s[i]); i-- {
      		}
      	}
      }

      func (s *Stack[T]) all(yield func(T) bool) {
      	for ; s != nil; s = s.under {
      		for _, x := range s.items {
      			if !yield(x) {
      				return
      			}
      		}
      	}
      }

      type Ordered interface {
      	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 |
      		~uintptr | ~float32 | ~float64 | ~string
      }

      type Tree[K Ordered, V any] struct {
      	left, right *Tree[K, V]
      	key         K
      	value       V
      }

      func (t *Tree[K, V]) put(k K, v V) *Tree[K, V] {
      	switch {
      	case t == nil:
      		return &Tree[K, V]{key: k, value: v}
      	case k < t.key:
      		t.left = t.left.put(k, v)
      	case k > t.key:
      		t.right = t.right.put(k, v)
      	default:
      		t.value = v
      	}
      	return t
      }

      func (t *Tree[K, V]) walk(yield func(K, V) bool) bool {
      	return t == nil || t.left.walk(yield) && yield(t.key, t.value) && t.right.walk(yield)
      }

      func (t *Tree[K, V]) pairs() Seq2[K, V] { return func(yield func(K, V) bool) { t.walk(yield) } }

      // tidy runs a deferred call when the loop is left, however it is left.
      func tidy[T any](s func(func(T) bool)) Seq[T] {
      	return func(yield func(T) bool) {
      		defer func() { gi = gi*5 + 1 }()
      		for x := range s {
      			defer func() { gi ^= 3 }()
      			if !yield(x) {
      				return
      			}
      		}
      	}
      }

      // through hands the values over to the loop's goroutine from another one.
      func through[T any](s func(func(T) bool)) Seq[T] {
      	return func(yield func(T) bool) {
      		c, stop := make(chan T), make(chan bool)
      		go func() {
      			defer close(c)
      			for x := range s {
      				select {
      				case c <- x:
      				case <-stop:
      					return
      				}
      			}
      		}()
      		for x := range c {
      			if !yield(x) {
      				close(stop)
      				return
      			}
      		}
      	}
      }

      // careless goes on when the loop has been left.
      func careless[T any](s func(func(T) bool)) Seq[T] {
      	return func(yield func(T) bool) {
      		for x := range s {
      			yield(x)
      		}
      	}
      }

      // greedy swallows what the loop's body throws.
      func greedy[T any](s func(func(T) bool)) Seq[T] {
      	return func(yield func(T) bool) {
      		defer func() { fmt.Println("swallowed", recover() != nil) }()
      		s(yield)
      	}
      }

      // late calls the loop's body after the loop.
      func late[T any](s func(func(T) bool), then *func()) Seq[T] {
      	return func(yield func(T) bool) {
      		for x := range s {
      			*then = func() { yield(x) }
      			if !yield(x) {
      				return
      			}
      		}
      	}
      }

      type Row[T any] = Pair[int, T]

      func index[K comparable, V any, S ~[]V](s S, key func(V) K) map[K]V {
      	m := map[K]V{}
      	for _, x := range s {
      		m[key(x)] = x
      	}
      	return m
      }

      func fold[T, A any](s Seq[T], a A, f func(A, T) A) A {
      	for x := range s {
      		a = f(a, x)
      	}
      	return a
      }
      """;
}
