package dev.gomem.machine;

/**
 * What a machine has done since it was made.
 *
 * @param events back-edges and calls: what budgets, slices and virtual time count
 * @param mallocs objects allocated, tiny ones one each (runtime.MemStats.Mallocs)
 * @param askedBytes bytes asked for
 * @param givenBytes bytes of the slots given (MemStats.TotalAlloc)
 * @param frees objects freed
 * @param heapLive bytes of slots not freed (MemStats.HeapAlloc)
 * @param stackGrowths stacks doubled by copying
 * @param sliceGrowths arrays replaced by a larger one in append
 * @param collections of garbage
 */
public record Counters(
    long events,
    long mallocs,
    long askedBytes,
    long givenBytes,
    long frees,
    long heapLive,
    long stackGrowths,
    long sliceGrowths,
    long collections) {}
